package org.rnvr.console.internal.preferences;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which keys stand on which page of the preferences, and in which groups. */
enum PageContent {
    APP(group("site", "app.app_name", "app.version")),
    APPEARANCE(
            group("look", "ui.theme", "ui.show_status_bar"),
            group(
                    "fullscreen",
                    "ui.fullscreen_on_start",
                    "ui.fullscreen_auto_hide_enabled",
                    "ui.fullscreen_auto_hide_delay_seconds"),
            group(
                    "views",
                    "ui.dock_state.camera_visible",
                    "ui.dock_state.recording_visible",
                    "ui.dock_state.playback_visible"),
            group(
                    "window",
                    "ui.window_state.x",
                    "ui.window_state.y",
                    "ui.window_state.width",
                    "ui.window_state.height")),
    STREAMING(
            group("tiles", "streaming.default_layout"),
            group("decoding", "streaming.use_hardware_acceleration", "streaming.decoder_preference"),
            group("network", "streaming.buffer_size", "streaming.latency_ms", "streaming.tcp_timeout"),
            group(
                    "reconnection",
                    "streaming.auto_reconnect",
                    "streaming.max_reconnect_attempts",
                    "streaming.reconnect_delay_seconds")),
    OSD(
            group("shown", "streaming.show_timestamp", "streaming.show_camera_name"),
            group("font", "streaming.osd_font_size", "streaming.osd_font_color"),
            group(
                    "place",
                    "streaming.osd_valignment",
                    "streaming.osd_halignment",
                    "streaming.osd_xpad",
                    "streaming.osd_ypad")),
    DETECTION(
            group(
                    "signs",
                    "streaming.transport",
                    "streaming.keepalive_timeout",
                    "streaming.first_frame_timeout_ms",
                    "streaming.frame_timeout_ms",
                    "streaming.buffer_warning_percent",
                    "streaming.buffer_warning_after_ms",
                    "streaming.false_suspicions_per_hour"),
            group("strategies", "streaming.detection_strategies"),
            group("alarm", "streaming.notify_after_ms")),
    RECORDING(
            group(
                    "files",
                    "recording.file_format",
                    "recording.rotation_minutes",
                    "recording.rotation_seconds",
                    "recording.codec"),
            group("safety", "recording.fragment_duration_ms", "recording.pre_roll_seconds", "recording.hash_segments")),
    BACKUP(group("copies", "backup.destination_path", "backup.verification", "backup.delete_after_backup")),
    STORAGE(
            group("folder", "storage.recording_path"),
            group(
                    "cleanup",
                    "storage.auto_cleanup_enabled",
                    "storage.cleanup_on_startup",
                    "storage.cleanup_interval_hours",
                    "storage.retention_days",
                    "storage.cleanup_threshold_percent",
                    "storage.min_free_space_gb",
                    "storage.min_free_space_percent",
                    "storage.auto_delete_priority",
                    "storage.delete_batch_size",
                    "storage.delete_batch_delay_seconds"),
            group("outage", "storage.outage_memory_seconds", "storage.memory_mb_per_camera")),
    MENU_KEYS(
            group(
                    "cameras",
                    "menu_keys.camera_connect",
                    "menu_keys.camera_stop",
                    "menu_keys.camera_connect_all",
                    "menu_keys.camera_stop_all",
                    "menu_keys.record_start",
                    "menu_keys.record_stop"),
            group(
                    "screen",
                    "menu_keys.screen_rotate",
                    "menu_keys.screen_flip",
                    "menu_keys.screen_hide",
                    "menu_keys.prev_group",
                    "menu_keys.next_group"),
            group(
                    "program",
                    "menu_keys.menu_open",
                    "menu_keys.prev_config",
                    "menu_keys.next_config",
                    "menu_keys.program_exit")),
    PTZ_KEYS(
            group(
                    "movement",
                    "ptz_keys.up",
                    "ptz_keys.down",
                    "ptz_keys.left",
                    "ptz_keys.right",
                    "ptz_keys.pan_left",
                    "ptz_keys.right_up",
                    "ptz_keys.pan_down",
                    "ptz_keys.right_down",
                    "ptz_keys.stop"),
            group("zoom", "ptz_keys.zoom_in", "ptz_keys.zoom_out", "ptz_keys.ptz_speed_up", "ptz_keys.ptz_speed_down")),
    LOGGING(
            group("general", "logging.enabled", "logging.log_path"),
            group("console", "logging.console.enabled", "logging.console.level", "logging.console.colorize"),
            group(
                    "file",
                    "logging.file.enabled",
                    "logging.file.level",
                    "logging.file.filename",
                    "logging.file.rotation",
                    "logging.file.max_size_mb",
                    "logging.file.retention",
                    "logging.file.rotation_count",
                    "logging.file.compression"),
            group(
                    "errors",
                    "logging.error_log.enabled",
                    "logging.error_log.level",
                    "logging.error_log.filename",
                    "logging.error_log.rotation",
                    "logging.error_log.retention"),
            group("json", "logging.json_log.enabled", "logging.json_log.filename")),
    PERFORMANCE(
            group(
                    "alerts",
                    "performance.alert_enabled",
                    "performance.desktop_notifications",
                    "performance.alert_sound",
                    "performance.alert_warning_check_interval_seconds",
                    "performance.alert_critical_check_interval_seconds"),
            group("limits", "performance.max_cpu_percent", "performance.max_memory_mb", "performance.max_temp")),
    UPDATES(
            group("sources", "updates.repositories", "updates.check_on_start"),
            group("trust", "updates.allow_unsigned"));

    private static final String ID_PREFIX = "org.rnvr.console.preferences.";

    private final List<Group> groups;

    PageContent(Group... groups) {
        this.groups = List.of(groups);
    }

    /**
     * Keys that belong together.
     *
     * @param name of the group, for its title
     * @param paths of the keys, in the order in which they are shown
     */
    record Group(String name, List<String> paths) {}

    private static Group group(String name, String... paths) {
        return new Group(name, List.of(paths));
    }

    /** The groups, in the order in which they are shown. */
    List<Group> groups() {
        return groups;
    }

    /** The paths of all its keys. */
    Stream<String> paths() {
        return groups.stream().flatMap(group -> group.paths().stream());
    }

    /** The id of the page in the registry. */
    String id() {
        return ID_PREFIX + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a key is looked at when the console starts, and not again. */
    static boolean isForStart(String path) {
        return path.equals("ui.show_status_bar")
                || path.equals("ui.fullscreen_on_start")
                || path.startsWith("ui.window_state.")
                || path.startsWith("ui.dock_state.")
                || path.equals("streaming.default_layout");
    }
}
