package org.rnvr.console.internal.health;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Words that change, in as many lines as the width needs. On the UI thread. */
final class WrappedLine {

    private final Label label;

    /** In the grid of this parent. */
    WrappedLine(Composite parent) {
        label = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .indent(4, 0)
                .hint(1, SWT.DEFAULT)
                .grab(true, false)
                .applyTo(label);
    }

    void tell(String said) {
        String text = said.replace("&", "&&");
        if (!text.equals(label.getText())) {
            label.setText(text);
            int width = label.getSize().x;
            if (width > 0 && label.computeSize(width, SWT.DEFAULT).y != label.getSize().y) {
                label.requestLayout();
            }
        }
    }
}
