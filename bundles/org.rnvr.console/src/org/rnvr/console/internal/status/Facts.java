package org.rnvr.console.internal.status;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rnvr.config.ConfigurationProblem;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Problems;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.reasons.Reasons;
import org.rnvr.host.Excess;
import org.rnvr.host.Gauge;
import org.rnvr.host.HostStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.StorageStatus;

/** Puts into words what the status bar says. What is not known or not there has no place in it. */
final class Facts {

    private static final double GIGABYTE = 1e9;
    private static final double MEBIBYTE = 1 << 20;
    private static final double GIBIBYTE = 1 << 30;
    private static final double MEGABIT = 125_000;

    private Facts() {}

    static List<Fact> of(
            List<LastingAlert> alerts,
            List<ConfigurationProblem> problems,
            List<Camera> cameras,
            Optional<StorageStatus> storage,
            Optional<HostStatus> host) {
        List<Fact> facts = new ArrayList<>();
        if (!alerts.isEmpty()) {
            facts.add(alerts(alerts));
        }
        if (!problems.isEmpty()) {
            facts.add(problems(problems));
        }
        facts.add(cameras(cameras, host));
        facts.add(recording(cameras));
        disk(storage, host).ifPresent(facts::add);
        host.ifPresent(status -> {
            facts.add(cpu(status));
            facts.add(memory(status));
            temperature(status).ifPresent(facts::add);
        });
        return facts;
    }

    /** What waits for the person: a restart before anything else. */
    static Optional<Fact> software(int updates, boolean needsRestart) {
        if (needsRestart) {
            return Optional.of(
                    new Fact(Field.SOFTWARE, Symbol.CHANGED, Messages.bar_restart, Messages.bar_restart_exact));
        }
        return updates == 0
                ? Optional.empty()
                : Optional.of(new Fact(
                        Field.SOFTWARE,
                        Symbol.ADDED,
                        MessageFormat.format(Messages.bar_updates, updates),
                        Messages.bar_updates_exact));
    }

    private static Fact alerts(List<LastingAlert> alerts) {
        long fresh = alerts.stream().filter(alert -> !alert.acknowledged()).count();
        Symbol symbol = fresh > 0 ? Symbol.ALERT : Symbol.NOTE;
        return new Fact(
                Field.ALERTS,
                symbol,
                MessageFormat.format(Messages.bar_alerts, alerts.size()),
                MessageFormat.format(Messages.bar_alerts_exact, alerts.size(), fresh));
    }

    private static Fact problems(List<ConfigurationProblem> problems) {
        long errors = Problems.errorsAmong(problems);
        return errors > 0
                ? new Fact(
                        Field.PROBLEMS,
                        Symbol.SUSPECT,
                        MessageFormat.format(Messages.bar_problems, errors),
                        Messages.bar_problems_exact)
                : new Fact(
                        Field.PROBLEMS,
                        Symbol.NOTE,
                        MessageFormat.format(Messages.bar_notes, problems.size()),
                        Messages.bar_problems_exact);
    }

    private static Fact cameras(List<Camera> cameras, Optional<HostStatus> host) {
        long enabled = cameras.stream().filter(Camera::enabled).count();
        long streaming = cameras.stream()
                .filter(camera -> camera.connection()
                        .filter(status -> status.state() == ConnectionState.STREAMING)
                        .isPresent())
                .count();
        String traffic = host.map(HostStatus::network)
                .map(network -> MessageFormat.format(
                        Messages.bar_network,
                        network.inBytesPerSecond() / MEGABIT,
                        network.outBytesPerSecond() / MEGABIT))
                .orElse("");
        return new Fact(
                Field.CAMERAS,
                streaming < enabled ? Symbol.SUSPECT : enabled == 0 ? Symbol.OFF : Symbol.LIVE,
                MessageFormat.format(Messages.bar_cameras, streaming, enabled),
                MessageFormat.format(Messages.bar_cameras_exact, streaming, enabled, cameras.size() - enabled)
                        + traffic);
    }

    private static Fact recording(List<Camera> cameras) {
        long recording = count(cameras, RecordingState.RECORDING);
        long failed = count(cameras, RecordingState.FAILED);
        Symbol symbol = failed > 0 ? Symbol.RECORDING_FAILED : recording > 0 ? Symbol.RECORDING : Symbol.RECORDING_OFF;
        return new Fact(
                Field.RECORDING,
                symbol,
                MessageFormat.format(Messages.bar_recording, recording),
                MessageFormat.format(
                        Messages.bar_recording_exact, recording, count(cameras, RecordingState.WAITING), failed));
    }

    private static long count(List<Camera> cameras, RecordingState state) {
        return cameras.stream()
                .filter(camera -> camera.recording()
                        .filter(status -> status.state() == state)
                        .isPresent())
                .count();
    }

    /** The recorder knows the state; who measures the machine knows the room, and knows it as of now. */
    private static Optional<Fact> disk(Optional<StorageStatus> storage, Optional<HostStatus> host) {
        Optional<HostStatus.Disk> room = host.flatMap(HostStatus::recordingDisk)
                .or(() -> storage.filter(status -> status.totalBytes() > 0)
                        .map(status -> new HostStatus.Disk(status.totalBytes(), status.freeBytes())));
        boolean failed = storage.filter(status -> !status.state().isWritable()).isPresent();
        if (room.isEmpty() && !failed) {
            return Optional.empty();
        }
        Symbol symbol = storage.map(status -> switch (status.state()) {
                    case OK -> Symbol.DISK;
                    case LOW -> Symbol.DISK_LOW;
                    case FULL, MISSING, READ_ONLY, DENIED, ERROR -> Symbol.DISK_FAILED;
                })
                .orElse(Symbol.DISK);
        String words = failed
                ? storage.map(Facts::state).orElseThrow()
                : room.map(disk -> MessageFormat.format(Messages.bar_disk, disk.freeBytes() / GIGABYTE))
                        .orElseThrow();
        String exact = storage.map(status -> status.path() + ": " + state(status)
                                + (status.text().isEmpty() ? "" : "\n" + Reasons.told(status.text())) + "\n")
                        .orElse("")
                + room.map(disk -> MessageFormat.format(
                                Messages.bar_disk_exact, disk.freeBytes() / GIGABYTE, disk.totalBytes() / GIGABYTE))
                        .orElse("");
        return Optional.of(new Fact(Field.DISK, symbol, words, exact.strip()));
    }

    private static String state(StorageStatus status) {
        return switch (status.state()) {
            case OK -> Messages.disk_ok;
            case LOW -> Messages.disk_low;
            case FULL -> Messages.disk_full;
            case MISSING -> Messages.disk_missing;
            case READ_ONLY -> Messages.disk_read_only;
            case DENIED -> Messages.disk_denied;
            case ERROR -> Messages.disk_error;
        };
    }

    private static Fact cpu(HostStatus status) {
        return new Fact(
                Field.CPU,
                symbol(status, Gauge.CPU, Symbol.CPU),
                MessageFormat.format(Messages.bar_cpu, status.cpu().machinePercent()),
                MessageFormat.format(
                                Messages.bar_cpu_exact,
                                status.cpu().machinePercent(),
                                status.cpu().processPercent())
                        + limit(status, Gauge.CPU, Messages.excess_cpu));
    }

    private static Fact memory(HostStatus status) {
        return new Fact(
                Field.MEMORY,
                symbol(status, Gauge.MEMORY, Symbol.MEMORY),
                MessageFormat.format(Messages.bar_memory, status.memory().processBytes() / MEBIBYTE),
                MessageFormat.format(
                                Messages.bar_memory_exact,
                                status.memory().processBytes() / MEBIBYTE,
                                status.memory().usedBytes() / GIBIBYTE,
                                status.memory().totalBytes() / GIBIBYTE)
                        + limit(status, Gauge.MEMORY, Messages.excess_memory));
    }

    private static Optional<Fact> temperature(HostStatus status) {
        return status.temperature().stream()
                .mapToObj(degrees -> new Fact(
                        Field.TEMPERATURE,
                        symbol(status, Gauge.TEMPERATURE, Symbol.TEMPERATURE),
                        MessageFormat.format(Messages.bar_temperature, degrees),
                        MessageFormat.format(Messages.bar_temperature_exact, degrees)
                                + limit(status, Gauge.TEMPERATURE, Messages.excess_temperature)))
                .findFirst();
    }

    private static Symbol symbol(HostStatus status, Gauge gauge, Symbol usual) {
        return excess(status, gauge).isPresent() ? Symbol.SUSPECT : usual;
    }

    private static String limit(HostStatus status, Gauge gauge, String pattern) {
        return excess(status, gauge)
                .map(excess -> "\n" + MessageFormat.format(pattern, excess.value(), excess.limit()))
                .orElse("");
    }

    private static Optional<Excess> excess(HostStatus status, Gauge gauge) {
        return status.excesses().stream()
                .filter(excess -> excess.gauge() == gauge)
                .findFirst();
    }
}
