package org.rnvr.console.internal;

import java.text.MessageFormat;
import java.util.List;
import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.action.StatusLineLayoutData;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Problems;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.event.Registration;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.recording.RecordingState;

/** In the status line: how many cameras stream and are recorded, and whether the configuration has problems. */
final class StatusItem extends ContributionItem {

    private final Cameras cameras;
    private final Problems problems;
    private final Runnable showProblems;

    StatusItem(Cameras cameras, Problems problems, Runnable showProblems) {
        super("org.rnvr.console.status");
        this.cameras = cameras;
        this.problems = problems;
        this.showProblems = showProblems;
    }

    @Override
    public void fill(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        bar.setLayoutData(new StatusLineLayoutData());
        RowLayout layout = new RowLayout();
        layout.spacing = 24;
        layout.marginTop = 0;
        layout.marginBottom = 0;
        bar.setLayout(layout);
        CLabel problemLabel = new CLabel(bar, SWT.NONE);
        problemLabel.setToolTipText(Messages.status_problems_tooltip);
        problemLabel.setCursor(bar.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        problemLabel.addMouseListener(MouseListener.mouseUpAdapter(event -> showProblems.run()));
        CLabel cameraLabel = new CLabel(bar, SWT.NONE);
        Images images = new Images(bar);
        Coalescer refresh = new Coalescer(new DisplayExecutor(bar.getDisplay()), () -> {
            if (!bar.isDisposed()) {
                showProblems(problemLabel, images);
                cameraLabel.setText(cameraSummary());
                bar.requestLayout();
            }
        });
        List<Registration> registrations = List.of(cameras.observe(refresh), problems.observe(refresh));
        bar.addDisposeListener(event -> registrations.forEach(Registration::close));
        showProblems(problemLabel, images);
        cameraLabel.setText(cameraSummary());
    }

    private void showProblems(CLabel label, Images images) {
        List<ConfigurationProblem> list = problems.list();
        long errors = Problems.errorsAmong(list);
        label.setVisible(!list.isEmpty());
        if (errors > 0) {
            label.setImage(images.of(Symbol.SUSPECT));
            label.setText(MessageFormat.format(Messages.status_problems, errors));
        } else {
            label.setImage(images.of(Symbol.NOTE));
            label.setText(MessageFormat.format(Messages.status_notes, list.size()));
        }
    }

    private String cameraSummary() {
        List<Camera> list = cameras.list();
        long streaming = list.stream()
                .filter(camera -> camera.connection()
                        .filter(status -> status.state() == ConnectionState.STREAMING)
                        .isPresent())
                .count();
        long recording = list.stream()
                .filter(camera -> camera.recording()
                        .filter(status -> status.state() == RecordingState.RECORDING)
                        .isPresent())
                .count();
        return NLS.bind(Messages.status_cameras, new Object[] {streaming, list.size(), recording});
    }
}
