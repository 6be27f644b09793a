package org.rnvr.console.internal;

import org.eclipse.jface.viewers.IElementComparer;
import org.rnvr.console.internal.model.Camera;

/** A camera stays the same to a table, and selected, when its state changes. */
public final class SameCamera implements IElementComparer {

    @Override
    public boolean equals(Object one, Object other) {
        return one instanceof Camera camera && other instanceof Camera otherCamera
                ? camera.id().equals(otherCamera.id())
                : one.equals(other);
    }

    @Override
    public int hashCode(Object element) {
        return element instanceof Camera camera ? camera.id().hashCode() : element.hashCode();
    }
}
