package org.rnvr.console.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.rnvr.config.ConfigurationService;

/** Says what this is. */
public final class AboutHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        ConfigurationService configuration =
                HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(ConfigurationService.class);
        Version version = FrameworkUtil.getBundle(AboutHandler.class).getVersion();
        String release = version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
        String text = String.join(
                "\n\n",
                Messages.about_purpose,
                NLS.bind(
                        Messages.about_version,
                        new Object[] {release, System.getProperty("java.version"), System.getProperty("os.name")}),
                Messages.about_license);
        MessageDialog.open(
                MessageDialog.INFORMATION,
                shell,
                NLS.bind(Messages.about_title, configuration.current().app().name()),
                text,
                0,
                Messages.close);
        return null;
    }
}
