package org.rnvr.update.p2.internal;

import java.io.IOException;
import java.util.List;

/** Where what was dropped in runs. */
@FunctionalInterface
interface DropInHost {

    /**
     * Makes that just these run.
     *
     * @return those that cannot run, and why
     */
    List<DropInRefusal> run(List<DropIn> wanted) throws IOException;
}
