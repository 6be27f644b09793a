package org.rnvr.console.internal;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.menu.MMenu;
import org.eclipse.e4.ui.model.application.ui.menu.MToolBar;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.event.Event;

/**
 * Lets the layout of the workbench be saved soon after it changed. The platform does so every few minutes and at the very end,
 * which a process that is told to end need not live to see. On the UI thread.
 */
final class LayoutMemory {

    private static final int DELAY_MS = 1_000;

    /** The platform's own: it alone knows how to save a workbench that is in use, and is not to be asked in another way. */
    private static final String JOB = "Workbench Auto-Save Job";

    private static final List<String> CHANGES = List.of(
            UIEvents.ElementContainer.TOPIC_ALL,
            UIEvents.UIElement.TOPIC_TOBERENDERED,
            UIEvents.UIElement.TOPIC_CONTAINERDATA,
            UIEvents.Window.TOPIC_ALL);

    private final Display display;
    private boolean pending;

    LayoutMemory(Display display) {
        this.display = display;
    }

    /** Remembers the layout of this workbench from now on. */
    void follow(MApplication workbench, IEventBroker events) {
        Resource saved = ((EObject) workbench).eResource();
        saved.getResourceSet().getURIConverter().getURIHandlers().add(0, new WholeFile(saved.getURI()));
        CHANGES.forEach(topic -> events.subscribe(topic, this::changed));
    }

    private void changed(Event event) {
        Object element = event.getProperty(UIEvents.EventTags.ELEMENT);
        if (!pending && !(element instanceof MMenu) && !(element instanceof MToolBar)) {
            pending = true;
            display.timerExec(DELAY_MS, this::save);
        }
    }

    private void save() {
        pending = false;
        Stream.of(Job.getJobManager().find(null))
                .filter(job -> job.getName().equals(JOB))
                .forEach(Job::wakeUp);
    }
}
