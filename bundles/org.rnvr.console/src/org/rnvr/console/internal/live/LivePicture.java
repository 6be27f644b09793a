package org.rnvr.console.internal.live;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.rnvr.event.Registration;
import org.rnvr.pipeline.CameraPipeline;
import org.rnvr.pipeline.Picture;
import org.rnvr.pipeline.PipelineEvent;
import org.rnvr.pipeline.View;

/** What a camera sees now. On the UI thread. */
final class LivePicture {

    private final CameraPipeline pipeline;
    private final Executor ui;
    private final Consumer<String> failed;
    private final Registration listening;
    private final PictureWindow window;
    private boolean closed;

    /**
     * Makes it, invisible as yet.
     *
     * @param parent where
     * @param pipeline whose picture
     * @param closing takes native windows over when they are closed
     * @param ui runs on the UI thread
     * @param surface told of every control that the picture is in, as soon as it is there
     * @param failed told when the picture cannot be shown, in one sentence
     */
    LivePicture(
            Composite parent,
            CameraPipeline pipeline,
            ClosingWindows closing,
            Executor ui,
            Consumer<Control> surface,
            Consumer<String> failed) {
        this.pipeline = pipeline;
        this.ui = ui;
        this.failed = failed;
        // Heard from before there is a view, which may fail at once.
        listening = pipeline.listen(this::hear);
        window = new PictureWindow(parent, parent.getClientArea(), new Source(pipeline), closing, ui, surface);
    }

    private void hear(PipelineEvent event) {
        if (event instanceof PipelineEvent.ViewFailed failure) {
            ui.execute(() -> {
                if (!closed && window.fail(failure.view(), failure.lack())) {
                    failed.accept(failure.reason());
                }
            });
        }
    }

    private record Source(CameraPipeline pipeline) implements PictureSource {

        @Override
        public View show(long nativeWindow) {
            return pipeline.show(nativeWindow);
        }

        @Override
        public View draw(Consumer<Picture> painter) {
            return pipeline.draw(painter);
        }
    }

    PictureWindow window() {
        return window;
    }

    CameraPipeline pipeline() {
        return pipeline;
    }

    /** Takes the picture away at once. */
    void close() {
        closed = true; // for what was heard and did not come to this thread yet
        listening.close();
        window.close();
    }
}
