package org.rnvr.host.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThermometersTest {

    @TempDir
    private Path classes;

    @Test
    void aMachineMayHaveNone() {
        assertEquals(OptionalDouble.empty(), new Thermometers(classes).hottest());
    }

    @Test
    void theHottestOfAPcOrABoardCounts() throws IOException {
        sensor("thermal/thermal_zone0/temp", "48000\n");
        assertEquals(OptionalDouble.of(48), new Thermometers(classes).hottest());
        sensor("hwmon/hwmon0/temp1_input", "51500\n");
        sensor("hwmon/hwmon1/temp2_input", "63250\n");
        sensor("hwmon/hwmon1/temp2_crit", "99000\n");
        assertEquals(OptionalDouble.of(63.25), new Thermometers(classes).hottest());
    }

    @Test
    void whatASensorCannotMeanIsLeftOut() throws IOException {
        sensor("hwmon/hwmon0/temp1_input", "-273000\n");
        sensor("hwmon/hwmon0/temp2_input", "255000\n");
        sensor("hwmon/hwmon0/temp3_input", "N/A\n");
        Files.createDirectories(classes.resolve("thermal/thermal_zone0/temp"));
        assertEquals(OptionalDouble.empty(), new Thermometers(classes).hottest());
    }

    private void sensor(String path, String value) throws IOException {
        Path file = classes.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, value);
    }
}
