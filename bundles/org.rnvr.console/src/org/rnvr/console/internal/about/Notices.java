package org.rnvr.console.internal.about;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notices of third parties that are delivered with the product.
 *
 * @param parties in the order of the file
 * @param licences their texts by name
 */
record Notices(List<ThirdParty> parties, Map<String, String> licences) {

    private static final String FILE = "THIRD-PARTY.md";
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.+) \\| (\\S+) \\|");
    private static final Pattern LICENCE = Pattern.compile("\\[([^]]+)]\\(([^)]+)\\)");

    Notices {
        parties = List.copyOf(parties);
        licences = Map.copyOf(licences);
    }

    /**
     * Reads them from the folder of the product.
     *
     * @throws IOException when the list or a licence's text cannot be read
     */
    static Notices read(Path product) throws IOException {
        List<ThirdParty> parties = new ArrayList<>();
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(product.resolve(FILE))) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            TreeSet<String> names = new TreeSet<>();
            Matcher licence = LICENCE.matcher(row.group(2));
            while (licence.find()) {
                names.add(licence.group(1));
                if (!texts.containsKey(licence.group(1))) {
                    texts.put(licence.group(1), Files.readString(product.resolve(licence.group(2))));
                }
            }
            parties.add(new ThirdParty(row.group(1), List.copyOf(names), row.group(3)));
        }
        return new Notices(parties, texts);
    }

    /** The licences of one of them in full. */
    String text(ThirdParty party) {
        return String.join("\n\n", party.licences().stream().map(licences::get).toList());
    }
}
