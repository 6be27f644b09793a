package org.rnvr.console.internal.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rnvr.console.internal.model.Camera;
import org.rnvr.console.internal.model.Symbol;
import org.rnvr.console.internal.status.Trouble.Kind;
import org.rnvr.host.Excess;
import org.rnvr.host.Gauge;
import org.rnvr.host.HostStatus;
import org.rnvr.monitor.CameraStatus;
import org.rnvr.monitor.ConnectionState;
import org.rnvr.monitor.StatusDetail;
import org.rnvr.recording.RecordingState;
import org.rnvr.recording.RecordingStatus;
import org.rnvr.recording.StorageState;
import org.rnvr.recording.StorageStatus;

class TroublesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Path RECORDINGS = Path.of("/recordings");

    @ParameterizedTest
    @CsvSource({
        "CONNECTING, NONE, false",
        "STREAMING, NONE, false",
        "SUSPECT, COMMUNICATION_ERROR, false",
        "STALLED, NONE, true",
        "LOST, COMMUNICATION_ERROR, true",
        "RECONNECTING, COMMUNICATION_ERROR, true",
        "OFFLINE, CAMERA_ERROR, true",
        "DISCONNECTED, STOPPED, false",
        "DISCONNECTED, DISABLED, false",
        "DISCONNECTED, CONFIGURATION_ERROR, true",
        "DISCONNECTED, MACHINE_ERROR, true",
    })
    void aCameraThatIsWantedAndNotThereIsATrouble(ConnectionState state, StatusDetail detail, boolean trouble) {
        List<Kind> expected = trouble ? List.of(Kind.CAMERA_LOST) : List.of();
        assertEquals(expected, kinds(List.of(camera(true, state, detail, RecordingState.STOPPED)), StorageState.OK));
        assertEquals(
                List.of(),
                kinds(List.of(camera(false, state, detail, RecordingState.STOPPED)), StorageState.OK),
                "switched off");
    }

    @Test
    void aVolumeThatRefusesIsOneTroubleForAllCameras() {
        List<Camera> cameras = List.of(
                camera(true, ConnectionState.STREAMING, StatusDetail.NONE, RecordingState.FAILED),
                camera(true, ConnectionState.STREAMING, StatusDetail.NONE, RecordingState.FAILED));
        assertEquals(List.of(Kind.RECORDING_FAILED, Kind.RECORDING_FAILED), kinds(cameras, StorageState.OK));
        assertEquals(
                List.of(Kind.DISK_LOW, Kind.RECORDING_FAILED, Kind.RECORDING_FAILED), kinds(cameras, StorageState.LOW));
        assertEquals(List.of(Kind.DISK_FAILED), kinds(cameras, StorageState.READ_ONLY));
    }

    @Test
    void eachExcessOfTheMachineIsATrouble() {
        List<Trouble> found = Troubles.of(
                List.of(),
                PATIENCE,
                Optional.empty(),
                Optional.of(host(
                        new Excess(Gauge.MEMORY, 7000, 6144, SimulatedTroubles.NOON),
                        new Excess(Gauge.TEMPERATURE, 80, 71, SimulatedTroubles.NOON))));
        assertEquals(
                List.of(Kind.MEMORY, Kind.TEMPERATURE),
                found.stream().map(trouble -> trouble.key().kind()).toList());
        assertTrue(
                found.get(1).text().contains("80") && found.get(1).text().contains("71"),
                found.get(1).text());
    }

    @ParameterizedTest
    @EnumSource(StorageState.class)
    void theBarTellsWhatTheVolumeIsGoodFor(StorageState state) {
        Fact disk = Facts.of(List.of(), List.of(), List.of(), Optional.of(storage(state)), Optional.of(host())).stream()
                .filter(fact -> fact.field() == Field.DISK)
                .findFirst()
                .orElseThrow();
        Symbol expected = state == StorageState.OK
                ? Symbol.DISK
                : state == StorageState.LOW ? Symbol.DISK_LOW : Symbol.DISK_FAILED;
        assertEquals(expected, disk.symbol());
        assertEquals(state.isWritable(), disk.words().contains("400"), disk.words());
        assertTrue(disk.exact().contains("/recordings"), disk.exact());
    }

    @Test
    void whatIsTooMuchHasAnotherSymbolAndItsLimitInTheTooltip() {
        HostStatus status = host(new Excess(Gauge.CPU, 95, 80, SimulatedTroubles.NOON));
        List<Fact> facts = Facts.of(List.of(), List.of(), List.of(), Optional.empty(), Optional.of(status));
        Fact cpu = facts.stream()
                .filter(fact -> fact.field() == Field.CPU)
                .findFirst()
                .orElseThrow();
        assertEquals(Symbol.SUSPECT, cpu.symbol());
        assertTrue(cpu.exact().contains("80"), cpu.exact());
        assertTrue(facts.stream().noneMatch(fact -> fact.field() == Field.TEMPERATURE), "no sensor, no place");
    }

    @Test
    void aCameraIsToldAfterTheTimeThatTheOperatorWantsToBeSpared() {
        Camera lost = camera(true, ConnectionState.LOST, StatusDetail.NONE, RecordingState.STOPPED);
        assertEquals(
                PATIENCE,
                Troubles.of(List.of(lost), PATIENCE, Optional.empty(), Optional.empty())
                        .get(0)
                        .patience());
    }

    private static List<Kind> kinds(List<Camera> cameras, StorageState state) {
        return Troubles.of(cameras, PATIENCE, Optional.of(storage(state)), Optional.empty()).stream()
                .map(trouble -> trouble.key().kind())
                .toList();
    }

    private static Camera camera(
            boolean enabled, ConnectionState state, StatusDetail detail, RecordingState recording) {
        return new Camera(
                "gate",
                "Gate",
                enabled,
                Optional.of(new CameraStatus(
                        "gate", "Gate", state, detail, "", SimulatedTroubles.NOON, OptionalLong.empty())),
                true,
                Optional.of(new RecordingStatus("gate", recording, "", SimulatedTroubles.NOON, Optional.empty())));
    }

    private static StorageStatus storage(StorageState state) {
        return new StorageStatus(RECORDINGS, state, "", 1_000_000_000_000L, 500_000_000_000L, SimulatedTroubles.NOON);
    }

    private static HostStatus host(Excess... excesses) {
        return new HostStatus(
                SimulatedTroubles.NOON,
                new HostStatus.Cpu(95, 10),
                new HostStatus.Memory(1, 2, 3),
                OptionalDouble.empty(),
                Optional.of(new HostStatus.Disk(1_000_000_000_000L, 400_000_000_000L)),
                new HostStatus.Network(0, 0),
                List.of(excesses));
    }
}
