package org.rnvr.console.internal.recording;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.rnvr.console.internal.Images;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.model.When;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.recording.Forecast;
import org.rnvr.recording.RecordingStorage;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

/** The recording volume: how it is, how long it lasts, and what can be done with it. On the UI thread. */
final class VolumePanel {

    private static final int STEPS = 1000;

    private final Volume volume;
    private final VolumeWork work;
    private final Amounts amounts;
    private final When when;
    private final Images images;
    private final ScrolledComposite scroll;
    private final Composite area;
    private final Label symbol;
    private final Label state;
    private final Label text;
    private final UsageBar bar;
    private final Label usage;
    private final Label forecast;
    private final Button cleanUp;
    private final Button check;
    private final Button rebuild;
    private final Button adopt;
    private final Label workName;
    private final ProgressBar progress;
    private final Text result;
    private boolean unseen;

    VolumePanel(Composite parent, Volume volume, VolumeWork work, Amounts amounts, When when) {
        this.volume = volume;
        this.work = work;
        this.amounts = amounts;
        this.when = when;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        area = new Composite(scroll, SWT.NONE);
        images = new Images(area);
        GridLayoutFactory.fillDefaults().margins(8, 3).spacing(6, 3).applyTo(area);
        GridDataFactory wide = GridDataFactory.fillDefaults().grab(true, false);
        Composite head = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(head);
        wide.applyTo(head);
        symbol = new Label(head, SWT.NONE);
        state = new Label(head, SWT.WRAP);
        wide.applyTo(state);
        text = new Label(area, SWT.WRAP);
        wide.applyTo(text);
        bar = new UsageBar(area);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, UsageBar.HEIGHT)
                .applyTo(bar.canvas());
        usage = new Label(area, SWT.WRAP);
        wide.applyTo(usage);
        forecast = new Label(area, SWT.WRAP);
        wide.applyTo(forecast);
        Composite running = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(running);
        wide.applyTo(running);
        workName = new Label(running, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(workName);
        progress = new ProgressBar(running, SWT.HORIZONTAL);
        progress.setMaximum(STEPS);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(progress);
        button(running, Messages.cancel, Messages.cancel_tooltip, work::cancel);
        Composite buttons = new Composite(area, SWT.NONE);
        RowLayout row = new RowLayout();
        row.marginLeft = 0;
        buttons.setLayout(row);
        wide.applyTo(buttons);
        adopt = button(buttons, Messages.adopt, Messages.adopt_tooltip, this::adopt);
        cleanUp = button(buttons, Messages.clean_up, Messages.clean_up_tooltip, this::cleanUp);
        check = button(buttons, Messages.check, Messages.check_tooltip, this::check);
        rebuild = button(buttons, Messages.rebuild, Messages.rebuild_tooltip, this::rebuild);
        result = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 60).applyTo(result);
        scroll.setContent(area);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
    }

    /** Shows what is so now. */
    void refresh(Optional<Forecast> latest) {
        Optional<StorageStatus> status = volume.status();
        Told told = status.map(StorageStatus::state).map(StorageWords::of).orElseGet(StorageWords::none);
        symbol.setImage(images.of(told.symbol()));
        state.setText(status.map(is -> NLS.bind(Messages.volume_since, told.words(), when.tell(is.since())))
                .orElse(told.words()));
        tell(text, status.map(StorageStatus::text).map(Reasons::told).orElse(""));
        showUsage(status.filter(is -> is.totalBytes() > 0));
        tell(forecast, latest.map(this::words).orElse(""));
        showWork(status);
        scroll.setMinHeight(area.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
        scroll.layout(true, true);
        if (unseen) {
            unseen = false;
            scroll.showControl(result);
        }
    }

    private void showUsage(Optional<StorageStatus> known) {
        String words = known.map(is -> NLS.bind(Messages.volume_usage, new Object[] {
                    amounts.size(is.freeBytes()),
                    amounts.size(is.totalBytes()),
                    amounts.percent(is.totalBytes() - is.freeBytes(), is.totalBytes()),
                    is.path()
                }))
                .orElse("");
        tell(usage, words);
        show(bar.canvas(), known.isPresent());
        known.ifPresent(is -> bar.show(
                (double) (is.totalBytes() - is.freeBytes()) / is.totalBytes(),
                is.state() == StorageState.LOW || is.state() == StorageState.FULL,
                words));
    }

    private String words(Forecast present) {
        if (present.keeps().isEmpty()) {
            return Messages.forecast_idle;
        }
        String keeps = NLS.bind(
                Messages.forecast_keeps,
                amounts.rate(present.bytesPerSecond()),
                amounts.span(present.keeps().get()));
        Optional<Instant> full = present.fullAt();
        return full.map(at -> keeps + " " + NLS.bind(Messages.forecast_full, when.tell(at)))
                .orElse(keeps);
    }

    private void showWork(Optional<StorageStatus> status) {
        Optional<VolumeWork.Stand> stand = work.stand();
        boolean idle = stand.filter(VolumeWork.Stand::isRunning).isEmpty();
        boolean missing =
                status.filter(is -> is.state() == StorageState.MISSING).isPresent();
        show(adopt, missing);
        adopt.setEnabled(idle);
        cleanUp.setEnabled(idle && status.isPresent() && !missing);
        check.setEnabled(idle && volume.catalog().isPresent() && !missing);
        rebuild.setEnabled(idle && volume.catalog().isPresent() && !missing);
        show(workName.getParent(), !idle);
        show(cleanUp.getParent(), idle);
        stand.ifPresent(is -> {
            workName.setText(is.name());
            progress.setSelection((int) Math.round(is.fraction().orElse(1.0) * STEPS));
        });
        String said = stand.filter(is -> !is.isRunning())
                .map(is -> NLS.bind(Messages.work_result, is.name(), is.result()))
                .orElse("");
        show(result, !said.isEmpty());
        if (!said.equals(result.getText())) {
            result.setText(said);
            unseen = !said.isEmpty();
        }
    }

    private void cleanUp() {
        volume.storage()
                .ifPresent(storage -> work.begin(
                        Messages.clean_up_work, at -> NLS.bind(Messages.clean_up_result, storage.cleanUp())));
    }

    private void check() {
        volume.catalog()
                .ifPresent(catalog -> work.begin(Messages.check_work, at -> Reported.of(catalog.check(true, at))));
    }

    private void rebuild() {
        if (MessageDialog.openConfirm(area.getShell(), Messages.rebuild_title, Messages.rebuild_question)) {
            volume.catalog()
                    .ifPresent(catalog -> work.begin(Messages.rebuild_work, at -> Reported.of(catalog.rebuild(at))));
        }
    }

    private void adopt() {
        String folder = volume.status().map(is -> is.path().toString()).orElse("");
        if (MessageDialog.openQuestion(
                area.getShell(), Messages.adopt_title, NLS.bind(Messages.adopt_question, folder))) {
            volume.storage().ifPresent(this::adopt);
        }
    }

    private void adopt(RecordingStorage storage) {
        work.begin(Messages.adopt_work, at -> {
            storage.adopt();
            return Messages.adopt_result;
        });
    }

    private static void tell(Label label, String words) {
        show(label, !words.isEmpty());
        if (!words.equals(label.getText())) {
            label.setText(words);
        }
    }

    private static void show(Control control, boolean shown) {
        control.setVisible(shown);
        if (control.getLayoutData() instanceof GridData place) {
            place.exclude = !shown;
        } else if (control.getLayoutData() instanceof RowData place) {
            place.exclude = !shown;
        }
    }

    private static Button button(Composite parent, String words, String tooltip, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(words);
        button.setToolTipText(tooltip);
        button.setLayoutData(parent.getLayout() instanceof RowLayout ? new RowData() : null);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }
}
