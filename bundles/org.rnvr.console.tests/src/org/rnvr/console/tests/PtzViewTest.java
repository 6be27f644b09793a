package org.rnvr.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rnvr.console.tests.Site.said;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.KeyBindings;
import org.rnvr.config.Theme;
import org.rnvr.config.UiSettings;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzControl;
import org.rnvr.control.PtzPreset;

/** Moving cameras by mouse and by keys, in the language that this run has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OneConsole.class)
class PtzViewTest {

    private static final String VIEW = "org.rnvr.console.ptz";
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("up", "W"),
            Map.entry("down", "X"),
            Map.entry("left", "A"),
            Map.entry("right", "D"),
            Map.entry("pan_left", "Q"),
            Map.entry("right_up", "E"),
            Map.entry("pan_down", "Z"),
            Map.entry("right_down", "C"),
            Map.entry("stop", "S"),
            Map.entry("zoom_in", "V"),
            Map.entry("zoom_out", "B"),
            Map.entry("ptz_speed_up", "R"),
            Map.entry("ptz_speed_down", "T"));

    private final RunningConsole console;
    private final SiteConfiguration configuration;
    private Motors motors;
    private Optional<ServiceRegistration<PtzControl>> service = Optional.empty();

    PtzViewTest(RunningConsole console, SiteConfiguration configuration) {
        this.console = console;
        this.configuration = configuration;
    }

    @BeforeEach
    void gateIsMovedByHikAndYardByOnvif() {
        motors = new Motors();
        motors.know(new PtzPreset("p0", said("Door", "출입문")));
        motors.know(new PtzPreset("p1", said("Car park", "주차장")));
        configure(Theme.DARK, KEYS);
        service = Optional.of(console.publish(PtzControl.class, motors));
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            console.toFront(VIEW);
            return null;
        });
        console.awaitUi("the cameras are listed", () -> console.cameras().getItemCount() == Site.CAMERAS.length);
        select(1);
        select(0);
        awaitMessage(said(
                "Gate: hold a button or its key; the camera moves until you let go.",
                "정문: 버튼이나 키를 누르고 있는 동안 카메라가 움직입니다."));
        motors.forget();
    }

    @AfterEach
    void asItWasFound() {
        service.ifPresent(console::withdraw);
        console.ui(() -> {
            console.select(0);
            IWorkbenchPage page = page();
            IViewPart view = page.findView(VIEW);
            page.hideView(view);
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        configuration.becomes(Site.USUAL, List.of());
        console.awaitUi("as it was", () -> console.cameras().getItemCount() == Site.CAMERAS.length);
    }

    @Test
    void aHeldButtonMovesUntilItIsReleased() throws Exception {
        console.screenshot("ptz-dark");
        console.ui(() -> {
            console.toFront(VIEW);
            return null;
        });
        assertEquals(List.of(), console.ui(Walk::throughView));
        inOneTurn(() -> {
            mouse(said("Left and up (Q)", "왼쪽 위 (Q)"), SWT.MouseDown, 1);
            assertEquals(List.of("gate -0.5 0.5 0.0"), motors.asked());
            mouse(said("Left and up (Q)", "왼쪽 위 (Q)"), SWT.MouseUp, 1);
        });
        assertEquals(List.of("gate -0.5 0.5 0.0", "gate stop"), motors.asked());
        send(said("Zoom out (B)", "축소 (B)"), SWT.MouseDown, 3);
        assertEquals(2, motors.asked().size(), "another button of the mouse moves nothing");
        send(said("Stop (S)", "정지 (S)"), SWT.Selection, 0);
        assertEquals("gate stop", motors.asked().get(2));
    }

    @Test
    void aMovementIsAskedForAgainWhileItIsHeld() {
        send(said("Right (D)", "오른쪽 (D)"), SWT.MouseDown, 1);
        RunningConsole.await("again", () -> motors.asked().size() > 2);
        send(said("Right (D)", "오른쪽 (D)"), SWT.MouseUp, 1);
        List<String> asked = motors.asked();
        assertEquals("gate stop", asked.get(asked.size() - 1));
        assertTrue(asked.subList(0, asked.size() - 1).stream().allMatch("gate 0.5 0.0 0.0"::equals));
    }

    @Test
    void keysMoveWhereverTheFocusIs() {
        inOneTurn(() -> {
            assertFalse(type(SWT.KeyDown, 'w'), "the table of cameras does not get to see it");
            type(SWT.KeyDown, 'w');
            type(SWT.KeyDown, 'd');
            type(SWT.KeyUp, 'w');
            assertEquals(List.of("gate 0.0 0.5 0.0", "gate 0.5 0.0 0.0"), motors.asked());
            assertFalse(type(SWT.KeyUp, 'd'));
        });
        assertFalse(key(SWT.KeyDown, 's'));
        assertEquals(List.of("gate stop", "gate stop"), motors.asked().subList(2, 4));
        assertTrue(key(SWT.KeyDown, 'k'), "a key that means nothing is left to others");
    }

    @Test
    void whoWritesMovesNothing() {
        console.ui(() -> {
            Text name = (Text) find(Text.class).orElseThrow();
            assertTrue(key(name, SWT.KeyDown, 'w'));
            return null;
        });
        assertEquals(List.of(), motors.asked());
    }

    @Test
    void theSpeedFollowsSliderAndKeys() {
        key(SWT.KeyDown, 'r');
        key(SWT.KeyDown, 'r');
        key(SWT.KeyDown, 't');
        awaitLabel(said("Speed 6 of 10", "속도 6/10"));
        inOneTurn(() -> {
            type(SWT.KeyDown, 'x');
            Scale scale = (Scale) find(Scale.class).orElseThrow();
            assertEquals(6, scale.getSelection());
            scale.setSelection(10);
            scale.notifyListeners(SWT.Selection, new Event());
            type(SWT.KeyUp, 'x');
        });
        assertEquals(List.of("gate 0.0 -0.6 0.0", "gate 0.0 -1.0 0.0", "gate stop"), motors.asked());
    }

    @Test
    void keysChangeWithTheConfiguration() {
        Map<String, String> others = new HashMap<>(KEYS);
        others.put("up", "I");
        configure(Theme.DARK, others);
        console.awaitUi("the button names its new key", () -> button(said("Up (I)", "위 (I)"))
                .isPresent());
        inOneTurn(() -> {
            assertTrue(type(SWT.KeyDown, 'w'));
            assertFalse(type(SWT.KeyDown, 'i'));
            type(SWT.KeyUp, 'i');
        });
        assertEquals(List.of("gate 0.0 0.5 0.0", "gate stop"), motors.asked());
    }

    @Test
    void aChangeOfTheConfigurationStopsOnlyWhatIsHeldByAKeyOfBefore() {
        Map<String, String> others = new HashMap<>(KEYS);
        others.put("up", "I");
        inOneTurn(() -> {
            type(SWT.KeyDown, 'w');
            configure(Theme.DARK, KEYS);
            dispatch();
            assertTrue(motors.asked().stream().allMatch("gate 0.0 0.5 0.0"::equals), "it moves on");
            configure(Theme.DARK, others);
            dispatch();
        });
        assertTrue(motors.asked().contains("gate stop"), "nobody could let go of it");
    }

    @Test
    void losingTheFocusStops() {
        inOneTurn(() -> {
            type(SWT.KeyDown, 'w');
            console.cameras().notifyListeners(SWT.FocusOut, new Event());
        });
        assertEquals(List.of("gate 0.0 0.5 0.0", "gate stop"), motors.asked());
        inOneTurn(() -> {
            mouse(said("Up (W)", "위 (W)"), SWT.MouseDown, 1);
            mouse(said("Up (W)", "위 (W)"), SWT.FocusOut, 0);
        });
        assertEquals("gate stop", motors.asked().get(3));
    }

    @Test
    void leavingTheWindowStops() {
        inOneTurn(() -> {
            type(SWT.KeyDown, 'w');
            console.window().notifyListeners(SWT.Deactivate, new Event());
        });
        assertEquals(List.of("gate 0.0 0.5 0.0", "gate stop"), motors.asked());
    }

    @Test
    void closingTheViewStops() {
        inOneTurn(() -> {
            type(SWT.KeyDown, 'w');
            IWorkbenchPage page = page();
            page.hideView(page.findView(VIEW));
        });
        assertEquals(List.of("gate 0.0 0.5 0.0", "gate stop", "gate close"), motors.asked());
        assertTrue(key(SWT.KeyDown, 'w'), "without the view keys mean nothing");
        console.ui(() -> {
            console.toFront(VIEW);
            return null;
        });
    }

    @Test
    void anotherCameraIsTakenAndTheFormerLeft() {
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            return null;
        });
        inOneTurn(() -> {
            type(SWT.KeyDown, 'w');
            console.select(1);
        });
        assertEquals(List.of("gate 0.0 0.5 0.0", "gate stop", "gate close"), motors.asked());
        assertTrue(key(SWT.KeyDown, 'w'), "nothing here moves it");
    }

    @Test
    void whatCannotBeMovedSaysWhy() throws Exception {
        select(1);
        awaitMessage(said(
                "Yard cannot be moved: this installation does not speak ONVIF.",
                "마당: 움직일 수 없습니다. 설치된 프로그램이 ONVIF을(를) 지원하지 않습니다."));
        select(2);
        awaitMessage(said(
                "Loading ramp cannot be moved: its settings name no protocol (ptz_type).",
                "하역장: 움직일 수 없습니다. 설정에 프로토콜(ptz_type)이 없습니다."));
        assertFalse(isEnabled(said("Up (W)", "위 (W)")));
        select(4);
        awaitMessage(said("Attic is not in use.", "다락: 사용하지 않는 카메라입니다."));
        console.screenshot("ptz-not-movable-dark");
    }

    @Test
    void aProtocolMayComeAndGo() {
        console.withdraw(service.orElseThrow());
        service = Optional.empty();
        awaitMessage(said(
                "Gate cannot be moved: this installation does not speak HIK.",
                "정문: 움직일 수 없습니다. 설치된 프로그램이 HIK을(를) 지원하지 않습니다."));
        service = Optional.of(console.publish(PtzControl.class, motors));
        console.awaitUi("it can be moved again", () -> isEnabledNow(said("Up (W)", "위 (W)")));
    }

    @Test
    void aCameraThatDoesNotAnswerIsNamedAndMayBeTriedAgain() throws Exception {
        motors.fail(Optional.of(Reason.TIMED_OUT));
        key(SWT.KeyDown, 'w');
        awaitMessage(said(
                "Gate: The camera did not answer in time. (192.0.2.7:80)", "정문: 카메라가 제시간에 응답하지 않았습니다. (192.0.2.7:80)"));
        key(SWT.KeyUp, 'w');
        assertTrue(isEnabled(said("Up (W)", "위 (W)")));
        motors.fail(Optional.of(Reason.NOT_AUTHORIZED));
        key(SWT.KeyDown, 'w');
        awaitMessage(said(
                "Gate: The camera refuses the user name or password. (192.0.2.7:80)",
                "정문: 카메라가 사용자 이름이나 비밀번호를 거부했습니다. (192.0.2.7:80)"));
        assertFalse(isEnabled(said("Up (W)", "위 (W)")));
        console.screenshot("ptz-refused-dark");
        motors.fail(Optional.empty());
        motors.forget();
        console.ui(() -> {
            Button again = (Button) console.find(control -> control instanceof Button button
                            && button.isVisible()
                            && button.getText().equals(said("&Try Again", "다시 시도(&T)")))
                    .orElseThrow();
            again.notifyListeners(SWT.Selection, new Event());
            return null;
        });
        console.awaitUi("it can be moved again", () -> isEnabledNow(said("Up (W)", "위 (W)")));
        assertEquals(List.of("gate close", "gate open"), motors.asked());
    }

    @Test
    void onlyWhatTheCameraCanIsOffered() {
        motors.can(new PtzCapability(false, true, false));
        select(1);
        select(0);
        console.awaitUi(
                "it only zooms",
                () -> !isEnabledNow(said("Up (W)", "위 (W)")) && isEnabledNow(said("Zoom in (V)", "확대 (V)")));
        console.ui(() -> {
            assertFalse(find(Text.class).orElseThrow().isEnabled());
            return null;
        });
    }

    @Test
    void positionsAreReachedAndSaved() throws Exception {
        console.awaitUi("both are listed", () -> list().getItemCount() == 2);
        console.ui(() -> {
            list().setSelection(1);
            list().notifyListeners(SWT.Selection, new Event());
            press(said("&Go", "이동(&G)"));
            Text name = (Text) find(Text.class).orElseThrow();
            name.setText(said("Ramp", "하역장"));
            press(said("&Save", "저장(&S)"));
            return null;
        });
        console.awaitUi(
                "the new one is listed", () -> Arrays.asList(list().getItems()).contains(said("Ramp", "하역장")));
        console.ui(() -> {
            Text name = (Text) find(Text.class).orElseThrow();
            assertEquals("", name.getText());
            name.setText(said("Door", "출입문"));
            press(said("&Replace", "바꾸기(&R)"));
            return null;
        });
        assertEquals(
                List.of(
                        "gate goto p1",
                        said("gate save p2 Ramp", "gate save p2 하역장"),
                        said("gate save p0 Door", "gate save p0 출입문")),
                motors.asked());
        configure(Theme.LIGHT, KEYS);
        console.awaitUi(
                "light", () -> console.cameras().getBackground().getRGB().getHSB()[2] > 0.6f);
        console.screenshot("ptz-light");
    }

    private void configure(Theme theme, Map<String, String> keys) {
        CameraSettings[] cameras = Site.CAMERAS.clone();
        cameras[0] = movable(cameras[0], PtzType.HIK);
        cameras[1] = movable(cameras[1], PtzType.ONVIF);
        UiSettings ui = Site.ui(theme, true, Site.USUAL.ui().window());
        configuration.becomes(Site.configuration(ui, cameras).withPtzKeys(new KeyBindings(keys)), List.of());
    }

    private static CameraSettings movable(CameraSettings camera, PtzType type) {
        return new CameraSettings(
                camera.id(),
                camera.name(),
                camera.rtspUrl(),
                camera.credentials(),
                camera.enabled(),
                camera.streamingAtStart(),
                camera.recordingAtStart(),
                camera.hardwareDecode(),
                camera.motionDetection(),
                new CameraSettings.Ptz(type, 80, 1),
                camera.transform(),
                camera.standby(),
                camera.recordingSchedule(),
                camera.displayOrder());
    }

    private void select(int index) {
        console.ui(() -> {
            console.toFront("org.rnvr.console.cameras");
            console.select(index);
            return null;
        });
    }

    /** Whether the control, the table of cameras, got to see it. */
    private boolean key(int type, char key) {
        return console.ui(() -> type(type, key));
    }

    /** Without a chance for the console to ask again for a movement that is held meanwhile. */
    private void inOneTurn(Runnable steps) {
        console.ui(() -> {
            steps.run();
            return null;
        });
    }

    private static boolean key(Control control, int type, char key) {
        Event event = new Event();
        event.keyCode = key;
        event.character = key;
        event.doit = true;
        control.notifyListeners(type, event);
        return event.doit;
    }

    private void send(String tooltip, int type, int mouseButton) {
        inOneTurn(() -> mouse(tooltip, type, mouseButton));
    }

    private boolean isEnabled(String tooltip) {
        return console.ui(() -> isEnabledNow(tooltip));
    }

    private void awaitMessage(String text) {
        awaitLabel(text);
    }

    private void awaitLabel(String text) {
        console.awaitUi(text, () -> console.find(control -> control instanceof Label label
                        && label.isVisible()
                        && label.getText().equals(text))
                .isPresent());
    }

    // From here on: on the UI thread.

    /** Does what has been put off until now. */
    private static void dispatch() {
        Display display = Display.getCurrent();
        while (display.readAndDispatch()) {
            display.update();
        }
    }

    private boolean type(int type, char key) {
        return key(console.cameras(), type, key);
    }

    private void mouse(String tooltip, int type, int mouseButton) {
        Event event = new Event();
        event.button = mouseButton;
        button(tooltip).orElseThrow().notifyListeners(type, event);
    }

    private boolean isEnabledNow(String tooltip) {
        return button(tooltip).filter(Control::isEnabled).isPresent();
    }

    private Optional<Control> button(String tooltip) {
        return console.find(control ->
                control instanceof Button && control.isVisible() && tooltip.equals(control.getToolTipText()));
    }

    private void press(String text) {
        Button button = (Button) console.find(control -> control instanceof Button it
                        && it.isVisible()
                        && it.getText().equals(text))
                .orElseThrow();
        assertTrue(button.isEnabled(), text);
        button.notifyListeners(SWT.Selection, new Event());
    }

    private org.eclipse.swt.widgets.List list() {
        return (org.eclipse.swt.widgets.List)
                find(org.eclipse.swt.widgets.List.class).orElseThrow();
    }

    private Optional<Control> find(Class<? extends Control> type) {
        return console.find(control -> type.isInstance(control) && control.isVisible());
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}
