package org.rnvr.host.internal;

import java.util.List;
import org.rnvr.host.HostStatus.Cpu;
import org.rnvr.host.HostStatus.Memory;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.software.os.OSProcess;

/** The sensors that OSHI knows, and those of temperature. */
final class OshiSensors implements Sensors {

    private static final double PERCENT = 100;

    /** Interfaces come and go (VPN, USB), but finding them costs more than all else. */
    private static final int READINGS_BETWEEN_SEARCHES = 60;

    private final Thermometers thermometers;
    private final HardwareAbstractionLayer hardware;
    private final CentralProcessor processor;
    private final GlobalMemory memory;
    private final OSProcess process;
    private final int cores;
    private List<NetworkIF> interfaces = List.of();
    private int untilSearch;
    private long[] ticks;
    private long processMillis;
    private long processAt;

    OshiSensors(Thermometers thermometers) {
        this.thermometers = thermometers;
        SystemInfo system = new SystemInfo();
        hardware = system.getHardware();
        processor = hardware.getProcessor();
        memory = hardware.getMemory();
        process = system.getOperatingSystem().getCurrentProcess();
        cores = Math.max(1, processor.getLogicalProcessorCount());
        ticks = processor.getSystemCpuLoadTicks();
        processMillis = process.getKernelTime() + process.getUserTime();
        processAt = System.nanoTime();
    }

    @Override
    public Reading read() {
        process.updateAttributes();
        Cpu cpu = new Cpu(machinePercent(), processPercent());
        long total = memory.getTotal();
        Memory used = new Memory(process.getResidentSetSize(), total - memory.getAvailable(), total);
        long received = 0;
        long sent = 0;
        for (NetworkIF one : interfaces()) {
            received += one.getBytesRecv();
            sent += one.getBytesSent();
        }
        return new Reading(cpu, used, thermometers.hottest(), received, sent);
    }

    private double machinePercent() {
        double load = processor.getSystemCpuLoadBetweenTicks(ticks);
        ticks = processor.getSystemCpuLoadTicks();
        return bounded(load * PERCENT);
    }

    private double processPercent() {
        long millis = process.getKernelTime() + process.getUserTime();
        long now = System.nanoTime();
        double load = (millis - processMillis) * 1e6 / Math.max(1, now - processAt) / cores;
        processMillis = millis;
        processAt = now;
        return bounded(load * PERCENT);
    }

    private List<NetworkIF> interfaces() {
        if (untilSearch == 0) {
            interfaces = hardware.getNetworkIFs();
            untilSearch = READINGS_BETWEEN_SEARCHES;
        } else {
            interfaces.forEach(NetworkIF::updateAttributes);
        }
        untilSearch--;
        return interfaces;
    }

    private static double bounded(double percent) {
        return Math.max(0, Math.min(PERCENT, percent));
    }
}
