package org.rnvr.console.internal.software;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.update.KeyConsent;
import org.rnvr.update.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the person at the console whether a key may be trusted. Who asks waits; the UI thread never does. */
@Component(service = {KeyConsent.class, KeyQuestions.class})
public final class KeyQuestions implements KeyConsent {

    private static final Logger LOG = LoggerFactory.getLogger(KeyQuestions.class);

    private volatile Optional<CompletableFuture<Boolean>> asked = Optional.empty();

    @Override
    public boolean trust(SigningKey key, List<String> artifacts) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return false;
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        asked = Optional.of(answer);
        DisplayExecutor ui = new DisplayExecutor(display);
        ui.execute(() -> ask(key, artifacts, answer, ui));
        try {
            boolean trusted = await(answer, display);
            LOG.info("The key {} is {}", key.fingerprint(), trusted ? "trusted from now on" : "not trusted");
            return trusted;
        } finally {
            asked = Optional.empty();
        }
    }

    /** Takes the question back that is asked at present, if one is: the key is not trusted. */
    void withdraw() {
        asked.ifPresent(answer -> answer.complete(false));
    }

    private static void ask(
            SigningKey key, List<String> artifacts, CompletableFuture<Boolean> answer, DisplayExecutor ui) {
        IWorkbenchWindow[] windows = PlatformUI.getWorkbench().getWorkbenchWindows();
        if (windows.length == 0 || windows[0].getShell() == null || answer.isDone()) {
            answer.complete(false);
            return;
        }
        KeyDialog dialog = new KeyDialog(windows[0].getShell(), key, artifacts, answer::complete);
        dialog.open();
        answer.thenRun(() -> ui.execute(dialog::close));
    }

    /** An answer cannot come any more when the display is gone. */
    private static boolean await(CompletableFuture<Boolean> answer, Display display) {
        while (!display.isDisposed()) {
            try {
                return answer.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                continue; // a person takes time
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer.complete(false);
                return false;
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        return false;
    }
}
