package org.rnvr.console.internal.ptz;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.CameraSettings.PtzType;
import org.rnvr.config.Configuration;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.Images;
import org.rnvr.console.internal.keys.KeyTaker;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.model.Told;
import org.rnvr.control.ControlException;
import org.rnvr.control.ControlException.Reason;
import org.rnvr.control.PtzCamera;
import org.rnvr.control.PtzCapability;
import org.rnvr.control.PtzControl;
import org.rnvr.control.PtzPreset;
import org.rnvr.event.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the camera that was selected last. Hiding the view, or leaving the window, stops the camera. */
public final class PtzView extends ViewPart implements KeyTaker {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.ptz";

    private static final Logger LOG = LoggerFactory.getLogger(PtzView.class);
    /** Room for a message, so that nothing moves away under the pointer when another comes. */
    private static final int MESSAGE_LINES = 4;

    private static final int WIDE = 520;
    private static final int NARROWEST = 230;
    private static final PtzCapability NOTHING = new PtzCapability(false, false, false);
    private static final PtzCapability EVERYTHING = new PtzCapability(true, true, true);

    @Inject
    private ConfigurationService configuration;

    @Inject
    private PtzControls controls;

    private Composite control;
    private Composite line;
    private Executor ui;
    private Images images;
    private Label symbol;
    private Label message;
    private Button again;
    private PtzDrive drive;
    private PtzPad pad;
    private SpeedBar speed;
    private PresetList presets;
    private PtzKeyboard keyboard;
    private Optional<String> selected = Optional.empty();
    private Optional<Subject> subject = Optional.empty();
    private Optional<PtzCamera> camera = Optional.empty();
    private Told told = new Told(Symbol.NOTE, "");

    @Override
    public void createPartControl(Composite parent) {
        ui = new DisplayExecutor(parent.getDisplay());
        drive = new PtzDrive(System::nanoTime, this::later, this::take);
        createControls(parent);
        keyboard = new PtzKeyboard(control, drive, keys(), this::isReady, this::act);
        Runnable refreshing = new Coalescer(ui, this::refresh);
        Registration configured = configuration.observe(current -> refreshing.run());
        Registration controlled = controls.observe(refreshing);
        ISelectionListener selecting = (part, selection) -> select(selection);
        getSite().getPage().addSelectionListener(selecting);
        IPartListener2 hiding = new Hiding();
        getSite().getPage().addPartListener(hiding);
        Shell window = control.getShell();
        Listener leaving = event -> drive.letGo();
        window.addListener(SWT.Deactivate, leaving);
        window.addListener(SWT.Iconify, leaving);
        control.addDisposeListener(event -> {
            configured.close();
            controlled.close();
            getSite().getPage().removeSelectionListener(selecting);
            getSite().getPage().removePartListener(hiding);
            window.removeListener(SWT.Deactivate, leaving);
            window.removeListener(SWT.Iconify, leaving);
            drive.take(Optional.empty());
        });
        select(getSite().getPage().getSelection());
        refresh();
    }

    @Override
    public void setFocus() {
        pad.setFocus();
    }

    private void createControls(Composite parent) {
        ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        control = new Composite(scrolled, SWT.NONE);
        control.setLayout(new GridLayout(3, false));
        createMessage();
        images = new Images(control);
        pad = new PtzPad(control, drive);
        pad.control().setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        speed = new SpeedBar(control, drive);
        speed.control().setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        presets = new PresetList(control, this::go, this::save);
        presets.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        scrolled.setContent(control);
        scrolled.addListener(SWT.Resize, event -> arrange(scrolled));
    }

    /** Side by side where there is room, else one below the other. */
    private void arrange(ScrolledComposite scrolled) {
        int width = scrolled.getClientArea().width;
        int columns = width < WIDE ? 1 : 3;
        ((GridLayout) control.getLayout()).numColumns = columns;
        ((GridData) line.getLayoutData()).horizontalSpan = columns;
        scrolled.setMinSize(control.computeSize(Math.max(NARROWEST, width), SWT.DEFAULT).x, 0);
        scrolled.setMinHeight(control.computeSize(Math.max(NARROWEST, width), SWT.DEFAULT).y);
        control.layout();
    }

    private void createMessage() {
        line = new Composite(control, SWT.NONE);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        line.setLayout(layout);
        symbol = new Label(line, SWT.NONE);
        symbol.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        message = new Label(line, SWT.WRAP);
        GridData messageData = new GridData(SWT.FILL, SWT.TOP, true, false);
        messageData.widthHint = NARROWEST / 2;
        messageData.heightHint = MESSAGE_LINES * message.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        message.setLayoutData(messageData);
        again = new Button(line, SWT.PUSH);
        again.setText(Messages.again);
        again.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
        again.addListener(SWT.Selection, event -> {
            subject = Optional.empty();
            refresh();
        });
    }

    @Override
    public boolean takes(Event press) {
        return keyboard.action(press).isPresent();
    }

    private PtzKeys keys() {
        return new PtzKeys(configuration.current().ptzKeys());
    }

    private boolean isReady() {
        return drive.hasCamera() && getSite().getPage().isPartVisible(this);
    }

    private void act(PtzAction action) {
        switch (action) {
            case SPEED_UP -> speed.change(1);
            case SPEED_DOWN -> speed.change(-1);
            default -> drive.stop();
        }
    }

    private void later(Duration delay, Runnable task) {
        control.getDisplay().timerExec((int) delay.toMillis(), task);
    }

    private void select(ISelection selection) {
        if (selection instanceof IStructuredSelection structured
                && structured.getFirstElement() instanceof Camera element
                && !selected.equals(Optional.of(element.id()))) {
            selected = Optional.of(element.id());
            refresh();
        }
    }

    /** Follows selection, configuration and protocols; does nothing when they are as they were. */
    private void refresh() {
        if (control.isDisposed()) {
            return;
        }
        Configuration current = configuration.current();
        Optional<CameraSettings> settings = selected.flatMap(current::camera);
        Optional<PtzControl> protocol =
                settings.flatMap(it -> controls.of(it.ptz().type()));
        Optional<Subject> wanted = Optional.of(new Subject(settings, protocol));
        PtzKeys keys = keys();
        pad.name(keys);
        keyboard.use(keys);
        if (!subject.equals(wanted)) {
            subject = wanted;
            leave();
            settings.ifPresentOrElse(it -> open(it, protocol), () -> tell(Symbol.NOTE, Messages.none_selected));
        }
    }

    private void leave() {
        drive.take(Optional.empty());
        camera = Optional.empty();
        presets.show(List.of());
        enable(NOTHING);
        again.setVisible(false);
    }

    private void open(CameraSettings settings, Optional<PtzControl> protocol) {
        if (!settings.enabled()) {
            tell(Symbol.DISABLED, NLS.bind(Messages.camera_without_use, settings.name()));
        } else if (settings.ptz().type() == PtzType.NONE) {
            tell(Symbol.NOTE, NLS.bind(Messages.camera_without_protocol, settings.name()));
        } else if (protocol.isEmpty()) {
            tell(
                    Symbol.ERROR,
                    NLS.bind(
                            Messages.camera_without_control,
                            settings.name(),
                            settings.ptz().type()));
        } else {
            PtzCamera opened = protocol.get().open(settings);
            camera = Optional.of(opened);
            drive.take(camera);
            tell(Symbol.CONNECTING, NLS.bind(Messages.camera_asked, settings.name()));
            enable(EVERYTHING);
            ask(opened.capability(), this::take);
        }
    }

    private void take(PtzCapability can) {
        enable(can);
        if (can.presets()) {
            listPresets();
        }
    }

    private void listPresets() {
        camera.ifPresent(it -> ask(it.presets(), presets::show));
    }

    private void go(PtzPreset preset) {
        camera.ifPresent(it -> take(it.goTo(preset)));
    }

    private void save(Optional<PtzPreset> replaced, String name) {
        camera.ifPresent(it -> ask(it.save(replaced, name), saved -> {
            presets.forgetName();
            listPresets();
        }));
    }

    private void take(CompletionStage<Void> request) {
        ask(request, done -> {});
    }

    /** Takes what comes of a request, unless another camera was taken meanwhile. */
    private <T> void ask(CompletionStage<T> request, Consumer<T> taker) {
        Optional<PtzCamera> asked = camera;
        request.whenCompleteAsync(
                (value, failure) -> {
                    if (control.isDisposed() || !camera.equals(asked)) {
                        return;
                    }
                    if (failure == null) {
                        tellReady();
                        taker.accept(value);
                    } else {
                        tell(failure);
                    }
                },
                ui);
    }

    private void tellReady() {
        again.setVisible(false);
        tell(Symbol.LIVE, NLS.bind(Messages.camera_ready, name()));
    }

    private void tell(Throwable failure) {
        Optional<Reason> reason = ControlException.of(failure).map(ControlException::reason);
        if (reason.isEmpty()) {
            LOG.error("A camera could not be asked", failure);
        }
        if (reason.filter(it -> it == Reason.NOT_MOVABLE || it == Reason.NOT_AUTHORIZED || it == Reason.UNSAFE_SIGN_IN)
                .isPresent()) {
            drive.letGo();
            enable(NOTHING);
        }
        again.setVisible(true);
        tell(Symbol.ERROR, NLS.bind(Messages.camera_failed, name(), PtzSentence.of(failure)));
    }

    private void tell(Symbol sign, String words) {
        Told next = new Told(sign, words);
        if (!next.equals(told)) {
            told = next;
            symbol.setImage(images.of(sign));
            message.setText(words.replace("&", "&&"));
            message.setToolTipText(words);
        }
    }

    private String name() {
        return subject.flatMap(Subject::settings).map(CameraSettings::name).orElse("");
    }

    private void enable(PtzCapability can) {
        pad.enable(can);
        speed.enable(can.panTilt() || can.zoom());
        presets.enable(can.presets());
    }

    /** What is shown: a camera as it is configured, and the protocol that moves it. */
    private record Subject(Optional<CameraSettings> settings, Optional<PtzControl> protocol) {}

    private final class Hiding implements IPartListener2 {

        @Override
        public void partHidden(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == PtzView.this) {
                drive.letGo();
            }
        }
    }
}
