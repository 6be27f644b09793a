package org.rnvr.lab.bench;

import java.util.Iterator;
import java.util.List;
import org.rnvr.lab.UsageException;

/** The words of a command line, taken one after the other. */
final class Words {

    private final Iterator<String> words;

    Words(List<String> words) {
        this.words = words.iterator();
    }

    boolean hasNext() {
        return words.hasNext();
    }

    String next() {
        return words.next();
    }

    /** The word that has to follow an option. */
    String value(String option) throws UsageException {
        if (!words.hasNext()) {
            throw new UsageException(option + " needs a value");
        }
        return words.next();
    }

    /** The number that has to follow an option. */
    int number(String option, int least, int most) throws UsageException {
        return number(option, value(option), least, most);
    }

    static int number(String option, String value, int least, int most) throws UsageException {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageException(option + " needs a whole number, not " + value);
        }
        throw new UsageException(option + " takes a number from " + least + " to " + most + ", not " + value);
    }
}
