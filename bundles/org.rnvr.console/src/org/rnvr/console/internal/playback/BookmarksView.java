package org.rnvr.console.internal.playback;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.rnvr.config.CameraSettings;
import org.rnvr.config.ConfigurationService;
import org.rnvr.console.internal.Columns;
import org.rnvr.console.internal.DisplayExecutor;
import org.rnvr.console.internal.model.Coalescer;
import org.rnvr.console.internal.model.Recordings;
import org.rnvr.console.internal.playback.RangeDialog.Choice;
import org.rnvr.console.internal.playback.model.MomentText;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.event.Registration;
import org.rnvr.recording.Bookmark;
import org.rnvr.recording.Footage;
import org.rnvr.recording.RecordingCatalog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people noted on recordings: found, gone to, removed. */
public final class BookmarksView extends ViewPart {

    /** In the registry. */
    public static final String ID = "org.rnvr.console.bookmarks";

    private static final Logger LOG = LoggerFactory.getLogger(BookmarksView.class);
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    @Inject
    private Recordings recordings;

    @Inject
    private ConfigurationService configuration;

    private final MomentText text = new MomentText(Clock.systemDefaultZone().getZone());
    private final DateTimeFormatter when = DateTimeFormatter.ofPattern(Messages.bookmarks_when, Locale.getDefault())
            .withZone(ZoneId.systemDefault());
    private final Lane lane = new Lane("rnvr-console-bookmarks");
    private DisplayExecutor ui;
    private Text search;
    private TableViewer table;
    private Coalescer refresh;
    private List<Bookmark> all = List.of();

    @Override
    public void createPartControl(Composite parent) {
        ui = new DisplayExecutor(parent.getDisplay());
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        parent.setLayout(layout);
        search = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.bookmarks_search);
        search.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        search.addListener(SWT.Modify, event -> show());
        table = new Columns<>(parent, Bookmark.class, Messages.bookmarks_table)
                .text(32, Messages.bookmarks_from, bookmark -> when.format(bookmark.from()))
                .text(26, Messages.bookmarks_note, Bookmark::note)
                .text(20, Messages.bookmarks_camera, bookmark -> name(bookmark.cameraId()))
                .text(32, Messages.bookmarks_to, this::end)
                .remembered("bookmarks-by-time")
                .viewer();
        table.getTable().getParent().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.addOpenListener(event -> selected().ifPresent(this::go));
        table.getTable().addListener(SWT.KeyDown, this::keyDown);
        createMenu();
        refresh = new Coalescer(lane, this::lookUp);
        List<Registration> registrations =
                List.of(recordings.observe(refresh), recordings.observeCameras(cameraId -> refresh.run()));
        parent.addDisposeListener(event -> {
            registrations.forEach(Registration::close);
            lane.close();
        });
        refresh.run();
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }

    private void keyDown(Event event) {
        if (event.keyCode == SWT.DEL) {
            selected().ifPresent(this::remove);
        } else if (event.keyCode == 'e' && (event.stateMask & SWT.MODIFIER_MASK) == 0) {
            selected().ifPresent(this::edit);
        }
    }

    private void createMenu() {
        Menu menu = new Menu(table.getTable());
        add(menu, Messages.bookmarks_go, this::go);
        add(menu, Messages.bookmarks_edit, this::edit);
        add(menu, Messages.bookmarks_remove, this::remove);
        menu.addListener(SWT.Show, event -> {
            for (MenuItem item : menu.getItems()) {
                item.setEnabled(selected().isPresent());
            }
        });
        table.getTable().setMenu(menu);
    }

    private void add(Menu menu, String words, Consumer<Bookmark> task) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(words);
        item.addListener(SWT.Selection, event -> selected().ifPresent(task));
    }

    private Optional<Bookmark> selected() {
        return Optional.ofNullable((Bookmark) table.getStructuredSelection().getFirstElement());
    }

    private void go(Bookmark bookmark) {
        try {
            if (getSite().getPage().showView(PlaybackView.ID) instanceof PlaybackView view) {
                view.go(bookmark.cameraId(), bookmark.from(), bookmark.to());
            }
        } catch (PartInitException e) {
            LOG.error("The playback cannot be opened", e);
        }
    }

    private void edit(Bookmark bookmark) {
        BookmarkDialog dialog = new BookmarkDialog(
                getSite().getShell(),
                Map.of(bookmark.cameraId(), name(bookmark.cameraId())),
                new Choice(List.of(bookmark.cameraId()), bookmark.from(), bookmark.to()),
                bookmark.note(),
                text);
        if (dialog.open() == Window.OK) {
            Choice choice = dialog.choice();
            String note = dialog.note();
            change(catalog -> {
                // In this order, so that it protects what it is about all the time.
                catalog.addBookmark(bookmark.cameraId(), choice.from(), choice.to(), note);
                catalog.removeBookmark(bookmark.id());
            });
        }
    }

    private void remove(Bookmark bookmark) {
        int answer = MessageDialog.open(
                MessageDialog.QUESTION,
                getSite().getShell(),
                Messages.bookmarks_remove_title,
                NLS.bind(
                        Messages.bookmarks_remove_question,
                        new Object[] {bookmark.note(), name(bookmark.cameraId()), text.seconds(bookmark.from())}),
                SWT.SHEET,
                Messages.bookmarks_remove_do,
                Messages.cancel);
        if (answer == Window.OK) {
            remove(bookmark.id());
        }
    }

    private void remove(long id) {
        change(catalog -> catalog.removeBookmark(id));
    }

    /** A change of the catalog, which waits for the disk. */
    @FunctionalInterface
    private interface Change {
        void in(RecordingCatalog catalog) throws IOException;
    }

    private void change(Change change) {
        lane.execute(() -> {
            Optional<RecordingCatalog> catalog = recordings.catalog();
            if (catalog.isPresent()) {
                try {
                    change.in(catalog.get());
                } catch (IOException e) {
                    tell(Reasons.told(e));
                }
            }
        });
        refresh.run();
    }

    /** On the lane. */
    private void lookUp() {
        List<Bookmark> found = new ArrayList<>();
        Optional<RecordingCatalog> catalog = recordings.catalog();
        String words = catalog.isPresent() ? "" : Messages.no_catalog;
        try {
            if (catalog.isPresent()) {
                List<String> cameras = Stream.concat(
                                configuration.current().cameras().stream().map(CameraSettings::id),
                                catalog.get().footage().stream().map(Footage::cameraId))
                        .distinct()
                        .toList();
                for (String cameraId : cameras) {
                    found.addAll(catalog.get().bookmarks(cameraId, Instant.EPOCH, EVER));
                }
            }
        } catch (IOException e) {
            words = Reasons.told(e);
        }
        found.sort(Comparator.comparing(Bookmark::from).reversed());
        tell(words);
        ui.execute(() -> {
            all = found;
            show();
        });
    }

    private void tell(String words) {
        ui.execute(() -> {
            if (!table.getTable().isDisposed()) {
                setContentDescription(words);
            }
        });
    }

    private void show() {
        if (!table.getTable().isDisposed()) {
            String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
            table.setInput(all.stream()
                    .filter(bookmark -> (bookmark.note() + " " + name(bookmark.cameraId()) + " "
                                    + text.seconds(bookmark.from()))
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted))
                    .toList());
        }
    }

    private String name(String cameraId) {
        return configuration
                .current()
                .camera(cameraId)
                .map(CameraSettings::name)
                .orElse(cameraId);
    }

    private String end(Bookmark bookmark) {
        return bookmark.from().equals(bookmark.to()) ? "" : when.format(bookmark.to());
    }
}
