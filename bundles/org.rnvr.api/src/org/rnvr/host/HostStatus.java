package org.rnvr.host;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measurement of this machine. Loads and rates are those since the measurement before.
 *
 * @param at when
 * @param cpu use of the processors
 * @param memory use of the memory
 * @param temperature of the hottest sensor, in degrees Celsius; empty where the machine has none
 * @param recordingDisk room on the volume that is recorded to; empty while it does not answer
 * @param network traffic of all interfaces but the loopback
 * @param excesses what has been too much for so long that the operator was alerted, and still is
 */
public record HostStatus(
        Instant at,
        Cpu cpu,
        Memory memory,
        OptionalDouble temperature,
        Optional<Disk> recordingDisk,
        Network network,
        List<Excess> excesses) {

    public HostStatus {
        Objects.requireNonNull(at);
        Objects.requireNonNull(cpu);
        Objects.requireNonNull(memory);
        Objects.requireNonNull(temperature);
        Objects.requireNonNull(recordingDisk);
        Objects.requireNonNull(network);
        excesses = List.copyOf(excesses);
    }

    /**
     * Use of the processors, in percent of all of them together.
     *
     * @param machinePercent by everything, 0 to 100
     * @param processPercent by RNVR itself, 0 to 100
     */
    public record Cpu(double machinePercent, double processPercent) {}

    /**
     * Use of the memory, in bytes.
     *
     * @param processBytes resident memory of RNVR itself, GStreamer's included
     * @param usedBytes what the machine could not give to anybody else
     * @param totalBytes what the machine has
     */
    public record Memory(long processBytes, long usedBytes, long totalBytes) {}

    /**
     * Room on a volume, in bytes.
     *
     * @param totalBytes its size
     * @param freeBytes what RNVR may still write
     */
    public record Disk(long totalBytes, long freeBytes) {}

    /**
     * Traffic, in bytes a second.
     *
     * @param inBytesPerSecond received
     * @param outBytesPerSecond sent
     */
    public record Network(double inBytesPerSecond, double outBytesPerSecond) {}
}
