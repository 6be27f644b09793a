package org.rnvr.console.internal.about;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.reasons.Reasons;

/** Says what this is, and of what it is made. */
public final class AboutHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        ConfigurationService configuration =
                HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(ConfigurationService.class);
        Bundle bundle = FrameworkUtil.getBundle(AboutHandler.class);
        String told = bundle.getBundleContext().getProperty("rnvr.version");
        Version version = told == null ? bundle.getVersion() : Version.parseVersion(told);
        String release = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        String text = String.join(
                "\n\n",
                Messages.purpose,
                NLS.bind(
                        Messages.version,
                        new Object[] {release, System.getProperty("java.version"), System.getProperty("os.name")}),
                Messages.license);
        int answer = new MessageDialog(
                        shell,
                        NLS.bind(
                                Messages.title_about,
                                configuration.current().app().name()),
                        null,
                        text,
                        MessageDialog.INFORMATION,
                        1,
                        Messages.third_parties,
                        Messages.close)
                .open();
        if (answer == 0) {
            showThirdParties(shell);
        }
        return null;
    }

    private static void showThirdParties(Shell shell) {
        DisplayExecutor ui = new DisplayExecutor(shell.getDisplay());
        // Equinox does not encode the addresses of its locations.
        Path product = Path.of(Platform.getInstallLocation().getURL().getPath());
        Job.createSystem(Messages.job, monitor -> {
                    try {
                        Notices notices = Notices.read(product);
                        ui.execute(() -> new ThirdPartiesDialog(shell, notices).open());
                    } catch (IOException e) {
                        ui.execute(() -> MessageDialog.open(
                                MessageDialog.ERROR,
                                shell,
                                Messages.title,
                                NLS.bind(Messages.unreadable, Reasons.told(e)),
                                SWT.NONE,
                                Messages.close));
                    }
                    return Status.OK_STATUS;
                })
                .schedule();
    }
}
