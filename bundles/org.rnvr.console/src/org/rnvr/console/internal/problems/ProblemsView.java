package org.rnvr.console.internal.problems;

import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.Messages;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Problems;
import org.rnvr.console.internal.model.Told;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;

/** What is wrong with the configuration. */
public final class ProblemsView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.problems";

    @Inject
    private Problems problems;

    @Inject
    private ConfigurationService configuration;

    private TableViewer table;

    @Override
    public void createPartControl(Composite parent) {
        table = new Columns<>(parent, ConfigurationProblem.class, Messages.problems_table)
                .state(12, Messages.problems_column_severity, problem -> Told.of(problem.severity()))
                .text(24, Messages.problems_column_path, ConfigurationProblem::path)
                .text(84, Messages.problems_column_message, problem -> Reasons.told(problem.message()))
                .remembered("problems")
                .viewer();
        Registration watching =
                problems.observe(new Coalescer(new DisplayExecutor(parent.getDisplay()), this::refresh));
        table.getTable().addDisposeListener(event -> watching.close());
        refresh();
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }

    private void refresh() {
        if (!table.getTable().isDisposed()) {
            List<ConfigurationProblem> list = problems.list();
            table.setInput(list);
            setContentDescription(
                    list.isEmpty()
                            ? Messages.problems_none
                            : configuration.file().toString());
        }
    }
}
