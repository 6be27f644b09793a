package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rnvr.config.Theme;

/** What is selected where the keyboard is can be read, as measured on the screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class SelectionTest {

    /** What WCAG 2 asks of text. */
    private static final double LEAST = 4.5;

    private static final int INK = 3;
    private static final String WORDS = "HIMWNE 1234567890";

    private final RunningConsole console;
    private final SiteConfiguration configuration;

    SelectionTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void theCamerasAreListed() {
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
    }

    @AfterEach
    void asItWas() {
        configuration.becomes(Site.USUAL, List.of());
        console.ui(() -> {
            RunningConsole.dialogs().forEach(Shell::close);
            return null;
        });
        focus(console.ui(console::cameras));
    }

    @Test
    void aSelectedCameraIsRead() {
        List<String> findings = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            inTheme(theme);
            Table cameras = console.ui(console::cameras);
            focus(cameras);
            console.ui(() -> {
                console.select(1);
                return null;
            });
            judge(theme + " cameras", cameras, () -> cameras.getItem(1).getTextBounds(0), findings);
        }
        assertEquals(List.of(), findings);
    }

    @Test
    void whatIsSelectedInTablesTreesListsAndTextsIsRead() {
        List<String> findings = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            inTheme(theme);
            measure(theme, Table.class, findings, parent -> {
                Table table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION);
                new TableItem(table, SWT.NONE).setText(WORDS);
                table.setSelection(0);
            });
            measure(theme, Tree.class, findings, parent -> {
                Tree tree = new Tree(parent, SWT.SINGLE);
                TreeItem item = new TreeItem(tree, SWT.NONE);
                item.setText(WORDS);
                tree.setSelection(item);
            });
            measure(theme, org.eclipse.swt.widgets.List.class, findings, parent -> {
                org.eclipse.swt.widgets.List list = new org.eclipse.swt.widgets.List(parent, SWT.SINGLE);
                list.add(WORDS);
                list.setSelection(0);
            });
            measure(theme, Text.class, findings, parent -> {
                Text text = new Text(parent, SWT.MULTI);
                text.setText(WORDS);
                text.addListener(SWT.FocusIn, event -> text.selectAll());
            });
        }
        assertEquals(List.of(), findings);
    }

    /** Opens a window with one control, and measures the first line in it. */
    private void measure(
            Theme theme, Class<? extends Control> type, List<String> findings, Consumer<Composite> create) {
        Shell shell = console.ui(() -> {
            Shell made = new Shell(console.window(), SWT.TITLE | SWT.CLOSE);
            made.setText(type.getSimpleName());
            made.setLayout(new FillLayout());
            create.accept(made);
            made.setSize(300, 120);
            made.open();
            return made;
        });
        Control control = console.ui(() -> shell.getChildren()[0]);
        focus(control);
        judge(theme + " " + type.getSimpleName(), control, () -> new Rectangle(4, 3, 80, 12), findings);
        console.ui(() -> {
            shell.close();
            return null;
        });
    }

    private void judge(String what, Control control, Callable<Rectangle> place, List<String> findings) {
        RGB selection = new RGB(0, 0, 0);
        console.awaitUi(what + " is drawn as selected", () -> {
            Map<RGB, Integer> colours = colours(control, place.call());
            RGB ground = ground(colours);
            selection.red = ground.red;
            selection.green = ground.green;
            selection.blue = ground.blue;
            return ground.blue - ground.red > 60;
        });
        double contrast = console.ui(() -> contrast(colours(control, place.call())));
        if (contrast < LEAST) {
            findings.add("%s: %.2f on %s".formatted(what, contrast, selection));
        }
    }

    /** Of the clearest ink before the ground. */
    private static double contrast(Map<RGB, Integer> colours) {
        RGB ground = ground(colours);
        return colours.entrySet().stream()
                .filter(each -> each.getValue() >= INK)
                .mapToDouble(each -> contrast(each.getKey(), ground))
                .max()
                .orElseThrow();
    }

    private static RGB ground(Map<RGB, Integer> colours) {
        return colours.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static Map<RGB, Integer> colours(Control control, Rectangle area) {
        ImageData picture = RunningConsole.picture(control.getDisplay().map(control, null, area));
        Map<RGB, Integer> colours = new HashMap<>();
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                colours.merge(picture.palette.getRGB(picture.getPixel(x, y)), 1, Integer::sum);
            }
        }
        return colours;
    }

    private static double contrast(RGB one, RGB other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private void focus(Control control) {
        console.ui(() -> {
            control.getShell().forceActive();
            control.forceFocus();
            return null;
        });
        console.awaitUi("it has the keyboard", control::isFocusControl);
    }

    private void inTheme(Theme theme) {
        configuration.becomes(
                Site.configuration(Site.ui(theme, true, Site.USUAL.ui().window()), Site.CAMERAS), List.of());
        console.awaitUi(
                theme.toString(),
                () -> console.cameras().getBackground().getRGB().getHSB()[2] > 0.6f == (theme == Theme.LIGHT));
    }
}
