package org.rnvr.pipeline.gst.tests;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a test again, twice at most, that failed while this machine stood still, as a virtual machine does whose host is busy: over
 * UDP what comes meanwhile is lost, and times of arrival tell of the machine alone. What fails on a machine that ran has failed.
 * In between, what the class does after and before each test is done, and its temporary folders are emptied.
 */
final class Undisturbed implements InvocationInterceptor {

    private static final Namespace HERE = Namespace.create(Undisturbed.class);
    private static final int TRIES = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Undisturbed.class);

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, method, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        run(invocation, method, context);
    }

    private static void run(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        Standstill standstill = context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(Standstill.class, key -> new Standstill(), Standstill.class);
        Attempt attempt = invocation::proceed;
        for (int tries = 1; ; tries++) {
            Duration before = standstill.untilNow();
            try {
                attempt.run();
                return;
            } catch (Exception | AssertionError e) {
                Duration still = standstill.untilNow().minus(before);
                if (still.isZero() || tries == TRIES) {
                    throw e;
                }
                LOG.warn(
                        "{} is tried again: this machine stood still for {} meanwhile",
                        context.getUniqueId(),
                        still,
                        e);
            }
            Object test = method.getTarget().orElseThrow();
            invokeAll(AfterEach.class, test);
            empty(test);
            invokeAll(BeforeEach.class, test);
            attempt = () ->
                    invoke(method.getExecutable(), test, method.getArguments().toArray());
        }
    }

    private static void invokeAll(Class<? extends Annotation> annotation, Object test) throws Throwable {
        for (Method method :
                AnnotationSupport.findAnnotatedMethods(test.getClass(), annotation, HierarchyTraversalMode.TOP_DOWN)) {
            invoke(method, test);
        }
    }

    private static void invoke(Method method, Object test, Object... arguments) throws Throwable {
        method.setAccessible(true);
        try {
            method.invoke(test, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void empty(Object test) throws IOException {
        for (Path folder : AnnotationSupport.findAnnotatedFieldValues(test, TempDir.class, Path.class)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(file -> !file.equals(folder))
                        .sorted(Comparator.reverseOrder())
                        .toList();
            }
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    @FunctionalInterface
    private interface Attempt {

        void run() throws Throwable;
    }
}
