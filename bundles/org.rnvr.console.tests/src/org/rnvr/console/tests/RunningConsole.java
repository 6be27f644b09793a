package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.Console;

/** The real console with services of the test behind it, driven from outside its thread. */
final class RunningConsole {

    /** The console, and what describes the keys of the configuration. */
    private static final Set<String> STARTED = Set.of("org.rnvr.console", "org.rnvr.config");

    private static final long LIMIT_S = 20;
    private static final long FRAMES_NANOS = TimeUnit.MILLISECONDS.toNanos(120);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final BundleContext bundles =
            FrameworkUtil.getBundle(RunningConsole.class).getBundleContext();
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private final CompletableFuture<Object> result = new CompletableFuture<>();
    private final CompletableFuture<Display> display = new CompletableFuture<>();
    private final Console console;
    private boolean started;

    RunningConsole(SiteConfiguration configuration) throws Exception {
        RealRecorder.stop(bundles);
        for (Bundle bundle : bundles.getBundles()) {
            if (STARTED.contains(bundle.getSymbolicName())) {
                bundle.start();
            }
        }
        publish(ConfigurationService.class, configuration);
        ServiceTracker<Console, Console> tracker = new ServiceTracker<>(bundles, Console.class, null);
        tracker.open();
        console = tracker.waitForService(TimeUnit.SECONDS.toMillis(LIMIT_S));
        tracker.close();
        assertNotNull(console, "the console is a service when there is a configuration");
    }

    <S> ServiceRegistration<S> publish(Class<S> type, S service) {
        ServiceRegistration<S> registration = bundles.registerService(type, service, null);
        services.add(registration);
        return registration;
    }

    void withdraw(ServiceRegistration<?> registration) {
        services.remove(registration);
        registration.unregister();
    }

    RunningConsole open() {
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(console.run(() -> {}));
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "console under test");
        thread.start();
        started = true;
        await("the workbench is open", () -> {
            if (result.isCompletedExceptionally()) {
                result.join();
            }
            Display found = Display.findDisplay(thread);
            return found != null && PlatformUI.isWorkbenchRunning() && onThreadOf(found, () -> isOpen());
        });
        display.complete(Display.findDisplay(thread));
        return this;
    }

    Console console() {
        return console;
    }

    /** What it returned, after it was asked to stop. */
    Object stop() throws Exception {
        console.stop();
        return result.get(3, TimeUnit.SECONDS);
    }

    boolean hasEnded() {
        return result.isDone();
    }

    void close() throws Exception {
        try {
            if (started && !hasEnded()) {
                stop();
            }
        } finally {
            services.forEach(ServiceRegistration::unregister);
        }
    }

    <T> T ui(Callable<T> task) {
        return onThreadOf(display.join(), task);
    }

    /** Does something on the UI thread that may not return soon. */
    void later(Runnable task) {
        display.join().asyncExec(task);
    }

    /** Waits until something is so, on the UI thread. */
    void awaitUi(String what, Callable<Boolean> condition) {
        await(what, () -> ui(condition));
    }

    static void await(String what, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_S);
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    fail("Not within " + LIMIT_S + " s: " + what);
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    }

    private boolean isOpen() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window != null && window.getShell() != null && window.getShell().isVisible();
    }

    // From here on: on the UI thread.

    Shell window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    /** What is to be seen of it. */
    Sight sight() {
        return new Sight(window().getBounds(), views());
    }

    boolean isFullScreen() {
        return window().getFullScreen() && window().getMenuBar() == null;
    }

    /** The views that are open, in sight or behind others. */
    Set<String> views() {
        return Arrays.stream(PlatformUI.getWorkbench()
                        .getWorkbenchWindows()[0]
                        .getActivePage()
                        .getViewReferences())
                .map(IViewReference::getId)
                .collect(Collectors.toSet());
    }

    void leaveFullScreen() throws CommandException {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.rnvr.console.wall.leave", null);
    }

    void toFront(String view) throws PartInitException {
        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(view);
    }

    void hide(String view) {
        IWorkbenchPage page =
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        page.hideView(page.findViewReference(view));
    }

    /** The table in sight that has so many columns. */
    Optional<Table> table(int columns) {
        return tables().stream()
                .filter(table -> table.getColumnCount() == columns)
                .findFirst();
    }

    List<Table> tables() {
        return controls(window())
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .filter(Control::isVisible)
                .toList();
    }

    Table cameras() {
        return tables().stream()
                .filter(table -> table.getColumnCount() == 9)
                .findFirst()
                .orElseThrow();
    }

    Optional<Table> problems() {
        return tables().stream().filter(table -> table.getColumnCount() == 3).findFirst();
    }

    List<String> row(int index) {
        Table table = cameras();
        return Stream.iterate(0, column -> column + 1)
                .limit(table.getColumnCount())
                .map(column -> table.getItem(index).getText(column))
                .toList();
    }

    void select(int index) {
        Table table = cameras();
        table.setSelection(index);
        Event event = new Event();
        event.item = table.getItem(index);
        table.notifyListeners(SWT.Selection, event);
    }

    /** Open windows beside the main one, the newest last. */
    static List<Shell> dialogs() {
        Shell main = PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> shell != main && shell.isVisible())
                .flatMap(shell -> Stream.concat(Stream.of(shell), Arrays.stream(shell.getShells())))
                .filter(Shell::isVisible)
                .distinct()
                .toList();
    }

    /** Visible controls of a kind, in the order in which they were made. */
    static <T extends Control> List<T> within(Control parent, Class<T> type) {
        return controls(parent)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(Control::isVisible)
                .toList();
    }

    /** What labels say. */
    static List<String> words(Control parent) {
        return controls(parent)
                .filter(Control::isVisible)
                .flatMap(control -> control instanceof Label label
                        ? Stream.of(label.getText())
                        : control instanceof CLabel label ? Stream.ofNullable(label.getText()) : Stream.empty())
                .toList();
    }

    Optional<Control> find(Predicate<Control> condition) {
        return controls(window()).filter(condition).findFirst();
    }

    Optional<Composite> nativeWindow(long handle) {
        return Arrays.stream(Display.getCurrent().getShells())
                .flatMap(RunningConsole::controls)
                .filter(Composite.class::isInstance)
                .map(Composite.class::cast)
                .filter(composite -> composite.embeddedHandle == handle)
                .findFirst();
    }

    /** The texts of a menu's items as a person finds them, with those that cannot be chosen in brackets. */
    static List<String> open(Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        return Arrays.stream(menu.getItems())
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                .map(item -> item.isEnabled() ? words(item) : "[" + words(item) + "]")
                .toList();
    }

    static void close(Menu menu) {
        menu.notifyListeners(SWT.Hide, new Event());
    }

    static void choose(Menu menu, String words) {
        Arrays.stream(menu.getItems())
                .filter(item -> words(item).equals(words))
                .findFirst()
                .orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
    }

    static void choose(Menu menu, int index) {
        Arrays.stream(menu.getItems())
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                .toList()
                .get(index)
                .notifyListeners(SWT.Selection, new Event());
    }

    static String words(MenuItem item) {
        return item.getText().replaceAll("\\t.*", "").replaceAll("\\(&.\\)", "").replace("&", "");
    }

    /** Keeps a picture of the window; what is in sight has a name for those who do not see it. */
    void screenshot(String name) throws IOException {
        haveNames(name);
        save(name, ui(() -> picture(window().getBounds())));
    }

    /** Keeps a picture of another window, once it stands still, as of the main one. */
    void screenshot(String name, Shell shell) throws IOException {
        haveNames(name);
        AtomicReference<ImageData> last = new AtomicReference<>(ui(() -> picture(shell.getBounds())));
        await(name + " stands still", () -> {
            LockSupport.parkNanos(FRAMES_NANOS);
            ImageData now = ui(() -> picture(shell.getBounds()));
            return Arrays.equals(now.data, last.getAndSet(now).data);
        });
        save(name, last.get());
    }

    /** The windows in sight, for those that are in front are in the picture, too. */
    private void haveNames(String name) {
        List<String> nameless = ui(() -> Arrays.stream(Display.getCurrent().getShells())
                .flatMap(shell -> Stream.concat(Stream.of(shell), Arrays.stream(shell.getShells())))
                .distinct()
                .filter(Shell::isVisible)
                .flatMap(shell -> Spoken.nameless(shell).stream())
                .toList());
        assertEquals(List.of(), nameless, name + ": without a name for those who do not see it");
    }

    private static void save(String name, ImageData data) throws IOException {
        Path folder = Path.of(System.getProperty("rnvr.screenshots"));
        Files.createDirectories(folder);
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        loader.save(
                folder.resolve(name + "-" + Locale.getDefault().getLanguage() + ".png")
                        .toString(),
                SWT.IMAGE_PNG);
    }

    static ImageData picture(Rectangle area) {
        Display current = Display.getCurrent();
        while (current.readAndDispatch()) {
            current.update();
        }
        Image image = new Image(current, area.width, area.height);
        GC gc = new GC(current);
        try {
            gc.copyArea(image, area.x, area.y);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /** A button with these words. */
    Button button(String words) {
        return (Button) find(control -> control instanceof Button button && words.equals(button.getText()))
                .orElseThrow(() -> new AssertionError("no button " + words));
    }

    /** Presses a button as a person does. */
    void press(String words) {
        Button button = button(words);
        if (!button.isVisible() || !button.isEnabled()) {
            throw new AssertionError("cannot be pressed: " + words);
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    /** Every text in sight. */
    String words() {
        return controls(window())
                .filter(Control::isVisible)
                .map(control -> control instanceof Label label
                        ? label.getText()
                        : control instanceof CLabel label
                                ? label.getText()
                                : control instanceof Text text ? text.getText() : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Chooses in a list of choices as a person does. */
    void choose(String choiceThere, String wanted) {
        Combo combo = (Combo)
                find(control -> control instanceof Combo list && list.isVisible() && list.indexOf(choiceThere) >= 0)
                        .orElseThrow(() -> new AssertionError("no choice " + choiceThere));
        combo.select(combo.indexOf(wanted));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    static List<String> row(Table table, int index) {
        return IntStream.range(0, table.getColumnCount())
                .mapToObj(column -> table.getItem(index).getText(column))
                .toList();
    }

    static Stream<Control> controls(Control control) {
        return control instanceof Composite composite
                ? Stream.concat(
                        Stream.of(control),
                        Arrays.stream(composite.getChildren()).flatMap(RunningConsole::controls))
                : Stream.of(control);
    }

    private static <T> T onThreadOf(Display display, Callable<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        display.asyncExec(() -> {
            try {
                outcome.complete(task.call());
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        try {
            return outcome.get(LIMIT_S, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("On the UI thread: " + e.getMessage(), e);
        }
    }

    /**
     * What is to be seen of the console.
     *
     * @param window where the window is
     * @param views which views are open
     */
    record Sight(Rectangle window, Set<String> views) {}
}
