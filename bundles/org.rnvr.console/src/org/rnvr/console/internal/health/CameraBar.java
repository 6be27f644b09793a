package org.rnvr.console.internal.health;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.model.Camera;

/** Chooses the camera and how far to look back. On the UI thread. */
final class CameraBar {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int WIDTH = 160;

    private final Combo combo;
    private final Combo period;
    private final WrappedLine sums;
    private final Runnable onChange;
    private List<Camera> cameras = List.of();
    private Optional<String> chosen = Optional.empty();

    /** Calls {@code onChange} when something else was chosen. */
    CameraBar(Composite parent, Runnable onChange) {
        this.onChange = onChange;
        Composite bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(4, 2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        new Label(bar, SWT.NONE).setText(Messages.camera);
        combo = new Combo(bar, SWT.READ_ONLY);
        AccessibleName.give(combo, Messages.camera);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(combo);
        combo.addListener(SWT.Selection, event -> {
            int index = combo.getSelectionIndex();
            if (index >= 0) {
                choose(cameras.get(index).id());
            }
        });
        period = new Combo(bar, SWT.READ_ONLY);
        period.setItems(Messages.day, Messages.month);
        period.select(0);
        AccessibleName.give(period, Messages.period);
        period.addListener(SWT.Selection, event -> onChange.run());
        sums = new WrappedLine(bar);
    }

    /** Tells what there was of it in that time. */
    void tell(String said) {
        sums.tell(said);
    }

    void setFocus() {
        combo.setFocus();
    }

    /** The chosen camera; empty while there is none. */
    Optional<String> camera() {
        return chosen;
    }

    /** How far to look back. */
    Duration period() {
        return period.getSelectionIndex() == 0 ? DAY : LossReader.LONGEST;
    }

    /** Chooses a camera, whether it is configured already or not. */
    void choose(String cameraId) {
        if (!chosen.equals(Optional.of(cameraId))) {
            chosen = Optional.of(cameraId);
            select();
            onChange.run();
        }
    }

    /** Offers these cameras; the first is chosen when the one that was is not among them. */
    void offer(List<Camera> list) {
        List<String> names = list.stream().map(Camera::name).toList();
        List<String> before = cameras.stream().map(Camera::name).toList();
        cameras = list;
        if (!names.equals(before)) {
            combo.setItems(names.toArray(String[]::new));
        }
        if (chosen.filter(id -> list.stream().anyMatch(camera -> camera.id().equals(id)))
                .isEmpty()) {
            chosen = list.stream().findFirst().map(Camera::id);
            onChange.run();
        }
        select();
    }

    private void select() {
        int index = chosen.map(id -> cameras.stream().map(Camera::id).toList().indexOf(id))
                .orElse(-1);
        if (index != combo.getSelectionIndex()) {
            combo.select(index);
        }
    }
}
