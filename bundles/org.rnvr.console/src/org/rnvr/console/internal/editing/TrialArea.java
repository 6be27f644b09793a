package org.rnvr.console.internal.editing;

import java.io.ByteArrayInputStream;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.rnvr.console.internal.Images;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.pipeline.CameraTrial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What came of trying a camera out: its picture and what it sends, or why there is none. On the UI thread. */
final class TrialArea {

    private static final Logger LOG = LoggerFactory.getLogger(TrialArea.class);
    private static final int WIDTH = 360;
    private static final int HEIGHT = 202;
    private static final double KILO = 1000;

    private final Composite control;
    private final Canvas picture;
    private final CLabel verdict;
    private final Label text;
    private final ProgressBar progress;
    private final Images images;
    private Optional<Image> shown = Optional.empty();

    TrialArea(Composite parent) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(control);
        images = new Images(control);
        picture = new Canvas(control, SWT.BORDER | SWT.DOUBLE_BUFFERED);
        GridDataFactory.swtDefaults().hint(WIDTH, HEIGHT).applyTo(picture);
        picture.addListener(SWT.Paint, this::paint);
        verdict = new CLabel(control, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(verdict);
        text = new Label(control, SWT.WRAP);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).grab(true, true).applyTo(text);
        progress = new ProgressBar(control, SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(progress);
        progress.setVisible(false);
        control.addDisposeListener(event -> forgetPicture());
        text.setText(Messages.trial_none);
    }

    Control control() {
        return control;
    }

    void running(String url) {
        say(Symbol.CONNECTING, Messages.trial_running, url);
        progress.setVisible(true);
    }

    void seen(CameraTrial.Seen seen) {
        say(
                Symbol.LIVE,
                Messages.trial_seen,
                MessageFormat.format(
                        Messages.trial_seen_text,
                        seen.media().videoCodec().toUpperCase(Locale.ROOT),
                        seen.media().width(),
                        seen.media().height(),
                        seen.framesPerSecond(),
                        seen.bitsPerSecond() / KILO,
                        seen.media().audioCodec().orElse(Messages.trial_no_sound),
                        seen.media().transport().name()));
        if (!seen.still().isEmpty()) {
            show(seen.still().jpeg());
        }
    }

    void refused(String reason) {
        say(Symbol.ERROR, Messages.trial_refused, reason);
    }

    private void say(Symbol symbol, String words, String more) {
        forgetPicture();
        progress.setVisible(false);
        verdict.setImage(images.of(symbol));
        verdict.setText(words);
        text.setText(more.replace("&", "&&"));
        control.layout();
        picture.redraw();
    }

    private void show(byte[] jpeg) {
        try {
            shown = Optional.of(new Image(control.getDisplay(), new ImageData(new ByteArrayInputStream(jpeg))));
        } catch (SWTException e) {
            LOG.warn("The still of the camera cannot be shown", e);
        }
        picture.redraw();
    }

    private void forgetPicture() {
        shown.ifPresent(Image::dispose);
        shown = Optional.empty();
    }

    private void paint(Event event) {
        shown.ifPresent(image -> {
            Rectangle from = image.getBounds();
            Rectangle to = picture.getClientArea();
            double scale = Math.min((double) to.width / from.width, (double) to.height / from.height);
            int width = (int) (from.width * scale);
            int height = (int) (from.height * scale);
            event.gc.setInterpolation(SWT.HIGH);
            event.gc.drawImage(
                    image,
                    0,
                    0,
                    from.width,
                    from.height,
                    (to.width - width) / 2,
                    (to.height - height) / 2,
                    width,
                    height);
        });
    }
}
