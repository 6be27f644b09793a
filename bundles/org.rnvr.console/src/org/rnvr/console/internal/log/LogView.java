package org.rnvr.console.internal.log;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.config.ConfigurationService;
import org.rnvr.config.LoggingSettings;
import org.rnvr.console.internal.AccessibleName;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.LazyTable;
import org.rnvr.console.internal.PlainAction;
import org.rnvr.console.internal.model.When;
import org.rnvr.log.LogFile;

/** The log of this run, and those of earlier ones. */
public final class LogView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.log";

    private static final int CAPACITY = 50_000;

    @Inject
    private LogSource source;

    @Inject
    private ConfigurationService configuration;

    private final LogRows rows = new LogRows(CAPACITY);
    private final When when = new When(Clock.systemDefaultZone(), Locale.getDefault());
    private List<LogFile> files = List.of();
    private Combo file;
    private Combo level;
    private Text search;
    private LazyTable<LogEntry> table;
    private Text whole;
    private Label summary;
    private Action following;
    private LogWatch watch;

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(area);
        createBar(area);
        SashForm halves = new SashForm(area, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        table = new LazyTable<>(halves, rows::get, Messages.table)
                .text(28, Messages.column_time, LogEntry::time)
                .state(15, Messages.column_level, entry -> entry.level().told())
                .text(24, Messages.column_logger, LogEntry::logger)
                .text(70, Messages.column_message, LogEntry::firstLine)
                .remembered("log");
        Composite framed = new Composite(halves, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(framed);
        whole = new Text(framed, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        AccessibleName.give(whole, Messages.whole);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(whole);
        halves.setWeights(68, 32);
        summary = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().indent(4, 0).grab(true, false).applyTo(summary);
        createActions();
        table.table()
                .addSelectionListener(SelectionListener.widgetSelectedAdapter(event ->
                        whole.setText(table.selected().map(LogEntry::text).orElse(""))));
        DisplayExecutor ui = new DisplayExecutor(parent.getDisplay());
        watch = new LogWatch(source, news -> ui.execute(() -> take(news)));
        table.table().addDisposeListener(event -> watch.close());
    }

    @Override
    public void setFocus() {
        table.table().setFocus();
    }

    private void createBar(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 2).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        file = combo(bar, Messages.file);
        GridDataFactory.fillDefaults().hint(320, SWT.DEFAULT).applyTo(file);
        file.add(Messages.file_current);
        file.select(0);
        file.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> watch.choose(chosen())));
        level = combo(bar, Messages.level);
        Stream.of(LogLevel.values()).forEach(one -> level.add(NLS.bind(Messages.level_from, one)));
        level.select(0);
        level.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> filter()));
        search = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.search);
        AccessibleName.give(search, Messages.search);
        GridDataFactory.fillDefaults()
                .hint(180, SWT.DEFAULT)
                .align(SWT.BEGINNING, SWT.CENTER)
                .applyTo(search);
        search.addModifyListener(event -> filter());
    }

    private void createActions() {
        following = PlainAction.toggle(Messages.follow, "follow", true, on -> reveal());
        Action copy = PlainAction.push(Messages.copy, "copy", table::copy);
        IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
        tools.add(following);
        tools.add(copy);
        MenuManager menu = new MenuManager();
        menu.add(copy);
        table.table().setMenu(menu.createContextMenu(table.table()));
    }

    private void take(LogWatch.News news) {
        if (table.table().isDisposed()) {
            return;
        }
        offer(news.files());
        if (news.anew()) {
            rows.clear();
            table.table().deselectAll();
            whole.setText("");
        }
        rows.add(news.lines());
        if (news.anew() || !news.lines().isEmpty()) {
            table.show(rows.size(), 0);
            reveal();
        }
        tell(news);
    }

    private void offer(List<LogFile> present) {
        List<String> words = Stream.concat(
                        Stream.of(Messages.file_current), present.stream().map(this::words))
                .toList();
        if (!words.equals(List.of(file.getItems()))) {
            Optional<Path> before = chosen();
            files = present;
            file.setItems(words.toArray(String[]::new));
            file.select(before.map(
                            path -> files.stream().map(LogFile::path).toList().indexOf(path) + 1)
                    .orElse(0));
            watch.choose(chosen());
        }
    }

    private String words(LogFile one) {
        return NLS.bind(
                one.current() ? Messages.file_written : Messages.file_old,
                one.path().getFileName(),
                when.tell(one.modified()));
    }

    private Optional<Path> chosen() {
        int at = file.getSelectionIndex();
        return at <= 0 ? Optional.empty() : Optional.of(files.get(at - 1).path());
    }

    private void filter() {
        rows.filter(new LogFilter(LogLevel.values()[level.getSelectionIndex()], search.getText()));
        table.table().deselectAll();
        table.show(rows.size(), 0);
        reveal();
    }

    private void reveal() {
        if (following.isChecked() && rows.size() > 0) {
            table.reveal(rows.size() - 1);
        }
    }

    private void tell(LogWatch.News news) {
        LoggingSettings logging = configuration.current().logging();
        String where = news.file().map(Path::toString).orElseGet(() -> {
            if (!logging.enabled()) {
                return Messages.disabled;
            }
            return logging.file().enabled() ? NLS.bind(Messages.none, logging.folder()) : Messages.file_disabled;
        });
        String off = news.file().isPresent() && !logging.enabled() ? Messages.disabled : "";
        String older = rows.isIncomplete() ? Messages.older : "";
        String words =
                String.join("   ", news.trouble().orElse(where), off, older).strip();
        if (!words.equals(summary.getText())) {
            summary.setText(words);
        }
    }

    private static Combo combo(Composite parent, String name) {
        Combo combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        combo.setVisibleItemCount(30);
        combo.setToolTipText(name);
        AccessibleName.give(combo, name);
        return combo;
    }
}
