package org.rnvr.host.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The sensors of temperature that Linux shows below {@code /sys/class}: {@code hwmon} on PCs, {@code thermal} on small
 * boards. OSHI tells but one of them, of the processor, while a disk or a graphics processor may be what is too hot.
 */
final class Thermometers {

    private static final double MILLI = 1000;
    private static final double COLDEST = 0;
    private static final double HOTTEST = 150;

    private final Path classes;

    /** Below this folder, usually {@code /sys/class}. */
    Thermometers(Path classes) {
        this.classes = classes;
    }

    /** In degrees Celsius. A sensor that cannot be read or says what cannot be is as if it were not there. */
    OptionalDouble hottest() {
        List<Path> files = new ArrayList<>();
        files.addAll(below(classes.resolve("hwmon"), "hwmon*", "temp*_input"));
        files.addAll(below(classes.resolve("thermal"), "thermal_zone*", "temp"));
        return files.stream()
                .map(Thermometers::celsius)
                .flatMapToDouble(OptionalDouble::stream)
                .filter(degrees -> degrees > COLDEST && degrees < HOTTEST)
                .max();
    }

    private static List<Path> below(Path folder, String devices, String names) {
        List<Path> found = new ArrayList<>();
        for (Path device : list(folder, devices)) {
            found.addAll(list(device, names));
        }
        return found;
    }

    private static List<Path> list(Path folder, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
                entries.forEach(found::add);
            } catch (IOException e) {
                return List.of();
            }
        }
        return found;
    }

    private static OptionalDouble celsius(Path file) {
        try {
            return OptionalDouble.of(Long.parseLong(Files.readString(file).strip()) / MILLI);
        } catch (IOException | NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
