package org.rnvr.console.internal.events;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.LazyTable;
import org.rnvr.console.internal.PlainAction;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Cameras;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.When;
import org.rnvr.event.Registration;
import org.rnvr.journal.Journal;
import org.rnvr.journal.JournalEntry;

/** What has happened, as the journal has it, and what happens. */
public final class EventsView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.events";

    /** More are found with a narrower filter. */
    static final int CAPACITY = 100_000;

    @Inject
    private EventSource source;

    @Inject
    private Cameras cameras;

    private final Clock clock = Clock.systemDefaultZone();
    private final EventRows rows = new EventRows(CAPACITY);
    private final EventWords words = new EventWords(new When(clock, Locale.getDefault()), Locale.getDefault());
    private final DateTimeFormatter times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
            .withLocale(Locale.getDefault())
            .withZone(ZoneId.systemDefault());
    private final ConcurrentLinkedQueue<JournalEntry> told = new ConcurrentLinkedQueue<>();
    private final List<EventRow> toldMeanwhile = new ArrayList<>();
    private volatile Map<String, String> names = Map.of();
    private DisplayExecutor ui;
    private FilterBar bar;
    private LazyTable<EventRow> table;
    private Label summary;
    private Action following;
    private EventFilter filter;
    private Optional<EventSearch> search = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<String> notice = Optional.empty();

    @Override
    public void createPartControl(Composite parent) {
        ui = new DisplayExecutor(parent.getDisplay());
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(area);
        Composite head = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 2).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        bar = new FilterBar(head, clock, this::search);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head.getChildren()[0]);
        table = new LazyTable<>(area, rows::get, Messages.table)
                .text(18, Messages.column_time, row -> times.format(row.at().time()))
                .state(20, Messages.column_event, row -> EventWords.kind(row.event()))
                .text(14, Messages.column_camera, row -> cameraName(row.cameraId()))
                .text(70, Messages.column_details, EventRow::details)
                .remembered("events");
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.table().getParent());
        summary = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().indent(4, 0).grab(true, false).applyTo(summary);
        createActions();
        Coalescer takeIn = new Coalescer(ui, this::takeIn);
        Coalescer anew = new Coalescer(ui, this::search);
        List<Registration> watching = List.of(
                source.follow(entry -> {
                    told.add(entry);
                    takeIn.run();
                }),
                source.observe(anew),
                cameras.observe(new Coalescer(ui, this::followCameras)));
        table.table().addDisposeListener(event -> {
            watching.forEach(Registration::close);
            search.ifPresent(Job::cancel);
        });
        followCameras();
        search();
    }

    @Override
    public void setFocus() {
        table.table().setFocus();
    }

    private void createActions() {
        Action newestFirst = PlainAction.toggle(Messages.newest_first, "newest-first", true, on -> {
            rows.orderNewestFirst(on);
            table.show(rows.size(), 0);
            reveal();
        });
        following = PlainAction.toggle(Messages.follow, "follow", true, on -> reveal());
        Action copy = PlainAction.push(Messages.copy, "copy", table::copy);
        Action save = PlainAction.push(Messages.save, "save", this::save);
        IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
        List.of(newestFirst, following, copy, save).forEach(tools::add);
        MenuManager menu = new MenuManager();
        List.of(copy, save).forEach(menu::add);
        Table widget = table.table();
        widget.setMenu(menu.createContextMenu(widget));
    }

    private void followCameras() {
        if (table.table().isDisposed()) {
            return;
        }
        List<Camera> list = cameras.list();
        Map<String, String> now = list.stream().collect(Collectors.toMap(Camera::id, Camera::name));
        boolean another = bar.offer(list);
        if (!now.equals(names)) {
            names = now;
            table.table().clearAll();
        }
        if (another) {
            search();
        }
    }

    private String cameraName(String id) {
        return names.getOrDefault(id, id);
    }

    /** Looks for what is wanted now, in place of what was looked for. */
    private void search() {
        if (table.table().isDisposed()) {
            return;
        }
        search.ifPresent(Job::cancel);
        search = Optional.empty();
        toldMeanwhile.clear();
        failure = Optional.empty();
        notice = Optional.empty();
        filter = bar.filter();
        Optional<Journal> journal = source.journal();
        if (journal.isEmpty()) {
            become(List.of(), false);
            return;
        }
        UnaryOperator<String> cameraNames = this::cameraName;
        EventSearch begun =
                new EventSearch(journal.get(), filter, words, cameraNames, CAPACITY, (its, found, more, done, why) -> {
                    List<EventRow> copy = List.copyOf(found);
                    ui.execute(() -> {
                        if (search.filter(present -> present == its).isPresent()) {
                            found(copy, more, done, why);
                        }
                    });
                });
        search = Optional.of(begun);
        begun.schedule();
        tell();
    }

    private void found(List<EventRow> found, boolean more, boolean done, Optional<String> why) {
        if (table.table().isDisposed()) {
            return;
        }
        failure = why;
        if (done) {
            search = Optional.empty();
        }
        become(found, more);
        if (done) {
            toldMeanwhile.clear();
        }
    }

    private void become(List<EventRow> found, boolean more) {
        rows.become(found, more, toldMeanwhile);
        table.table().deselectAll();
        table.show(rows.size(), 0);
        reveal();
        tell();
    }

    /** Takes in what was written since. */
    private void takeIn() {
        if (table.table().isDisposed()) {
            return;
        }
        int before = rows.size();
        int added = 0;
        for (JournalEntry entry = told.poll(); entry != null; entry = told.poll()) {
            EventRow row = words.row(entry);
            if (filter.accepts(entry, row, this::cameraName)) {
                if (search.isPresent()) {
                    toldMeanwhile.add(row);
                }
                added += rows.add(row) ? 1 : 0;
            }
        }
        if (added > 0) {
            table.show(rows.size(), rows.isNewestFirst() ? added : rows.size() - before - added);
            reveal();
            tell();
        }
    }

    /** Brings the newest into sight, if that is wanted. */
    private void reveal() {
        if (following.isChecked() && rows.size() > 0) {
            table.reveal(rows.isNewestFirst() ? 0 : rows.size() - 1);
        }
    }

    private void tell() {
        String count = NLS.bind(
                rows.isIncomplete() ? Messages.count_newest : Messages.count,
                NumberFormat.getIntegerInstance().format(rows.size()));
        String state;
        if (source.journal().isEmpty()) {
            state = Messages.no_journal;
        } else if (failure.isPresent()) {
            state = NLS.bind(Messages.failed, failure.get());
        } else {
            state = search.isPresent() ? Messages.searching : "";
        }
        summary.setText(String.join("   ", count, state, notice.orElse("")).strip());
        summary.requestLayout();
    }

    private void save() {
        FileDialog dialog = new FileDialog(table.table().getShell(), SWT.SAVE);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setFileName(NLS.bind(Messages.save_name, LocalDate.now(clock)) + ".csv");
        String chosen = dialog.open();
        if (chosen != null) {
            save(Path.of(chosen), rows.all());
        }
    }

    private void save(Path file, List<EventRow> all) {
        Job job = Job.create(Messages.save, monitor -> {
            String said;
            try {
                CsvFile.write(file, all, this::cameraName);
                said = NLS.bind(Messages.saved, all.size(), file);
            } catch (IOException e) {
                said = NLS.bind(Messages.save_failed, file, e);
            }
            Optional<String> next = Optional.of(said);
            ui.execute(() -> {
                if (!summary.isDisposed()) {
                    notice = next;
                    tell();
                }
            });
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }
}
