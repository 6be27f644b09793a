package org.rnvr.console.internal;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ImageDescriptor;
import org.osgi.framework.FrameworkUtil;

/** An action of one view, for its tool bar and context menu. */
public final class PlainAction extends Action {

    private final Consumer<Boolean> run;

    private PlainAction(String words, int style, Consumer<Boolean> run) {
        super(words, style);
        this.run = run;
        setToolTipText(words);
    }

    /** Does something, with the image of this name. */
    public static PlainAction push(String words, String icon, Runnable run) {
        PlainAction action = new PlainAction(words, IAction.AS_PUSH_BUTTON, on -> run.run());
        action.setImageDescriptor(image(icon));
        return action;
    }

    /** Is on or off, and begins as told; with the image of this name. */
    public static PlainAction toggle(String words, String icon, boolean on, Consumer<Boolean> run) {
        PlainAction action = new PlainAction(words, IAction.AS_CHECK_BOX, run);
        action.setImageDescriptor(image(icon));
        action.setChecked(on);
        return action;
    }

    private static ImageDescriptor image(String name) {
        return ImageDescriptor.createFromURL(
                FrameworkUtil.getBundle(PlainAction.class).getEntry("icons/" + name + ".svg"));
    }

    @Override
    public void run() {
        run.accept(isChecked());
    }
}
