package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.monitor.CameraMonitor;
import org.rnvr.monitor.ConnectionState;

/** The columns of tables in a small window. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class ColumnsTest {

    private static final String CAMERAS = "org.rnvr.console.cameras";
    private static final String PROBLEMS = "org.rnvr.console.problems";
    private static final List<Integer> STATES = List.of(1, 2);
    private static final int IMAGE = 16;

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private Rectangle usual;
    private ServiceRegistration<CameraMonitor> monitor;

    ColumnsTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void aSmallWindow() {
        configuration.becomes(Site.USUAL, List.of());
        Watch watch = new Watch();
        watch.say(Site.status("gate", ConnectionState.STREAMING));
        watch.say(Site.status("ramp", ConnectionState.RECONNECTING));
        monitor = console.publish(CameraMonitor.class, watch);
        usual = console.ui(() -> console.window().getBounds());
        console.ui(() -> {
            console.window().setBounds(0, 0, 1024, 700);
            console.toFront(CAMERAS);
            return null;
        });
    }

    @AfterEach
    void aLargerOneAgain() {
        console.ui(() -> {
            console.window().setBounds(usual);
            return null;
        });
        console.withdraw(monitor);
        InstanceScope.INSTANCE.getNode("org.rnvr.console").remove("columns.problems.1");
    }

    @Test
    void titlesAndStatesAreWhole() throws Exception {
        console.awaitUi("the window is small", () -> console.cameras().getSize().x < 1024);
        console.awaitUi("titles and states are whole", () -> areWhole(console.cameras()));
        console.screenshot("columns-small");
        console.awaitUi("what does not fit is scrolled", () -> {
            Table table = console.cameras();
            int sum = Arrays.stream(table.getColumns())
                    .mapToInt(TableColumn::getWidth)
                    .sum();
            return sum <= table.getClientArea().width
                    || table.getHorizontalBar().isVisible();
        });
    }

    @Test
    void aWidthThatWasChosenComesBack() {
        console.ui(() -> {
            console.toFront(PROBLEMS);
            return null;
        });
        int before = console.ui(() -> problems().getColumn(1).getWidth());
        console.ui(() -> {
            problems().getColumn(1).setWidth(before + 57);
            console.hide(PROBLEMS);
            console.toFront(PROBLEMS);
            return null;
        });
        console.awaitUi("as it was left", () -> problems().getColumn(1).getWidth() == before + 57);
        console.ui(() -> {
            console.window().setBounds(0, 0, 1400, 700);
            return null;
        });
        console.awaitUi(
                "the others take the room", () -> problems().getColumn(2).getWidth() > 700);
        assertEquals(before + 57, console.ui(() -> problems().getColumn(1).getWidth()));
        console.ui(() -> {
            console.hide(PROBLEMS);
            return null;
        });
    }

    private Table problems() {
        return console.problems().orElseThrow();
    }

    private static boolean areWhole(Table table) {
        GC gc = new GC(table);
        try {
            gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            boolean titles = Arrays.stream(table.getColumns())
                    .allMatch(column -> column.getWidth() >= gc.textExtent(column.getText()).x);
            gc.setFont(table.getFont());
            return titles
                    && STATES.stream().allMatch(column -> Arrays.stream(table.getItems())
                            .allMatch(item -> table.getColumn(column).getWidth()
                                    >= gc.textExtent(item.getText(column)).x + IMAGE));
        } finally {
            gc.dispose();
        }
    }
}
