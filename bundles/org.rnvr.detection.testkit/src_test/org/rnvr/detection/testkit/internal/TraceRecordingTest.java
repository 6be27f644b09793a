package org.rnvr.detection.testkit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class TraceRecordingTest {

    @TempDir
    Path folder;

    private final List<String> calls = new ArrayList<>();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutFolderNothingIsRegistered(String named) {
        new TraceRecording(context(named)).deactivate();
        assertEquals(List.of("getProperty rnvr.trace"), calls);
    }

    @Test
    void withFolderTheRecorderIsRegisteredUntilTheEnd() {
        TraceRecording recording = new TraceRecording(context(folder.toString()));
        assertEquals(
                List.of("getProperty rnvr.trace", "registerService interface org.rnvr.detection.DetectionStrategy"),
                calls);
        recording.deactivate();
        assertEquals("unregister", calls.get(2));
    }

    private BundleContext context(String named) {
        ServiceRegistration<?> registration = (ServiceRegistration<?>) proxy(ServiceRegistration.class, null);
        return (BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName() + " " + arguments[0]);
                    return method.getName().equals("getProperty") ? named : registration;
                });
    }

    private Object proxy(Class<?> type, Object answer) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    return answer;
                });
    }
}
