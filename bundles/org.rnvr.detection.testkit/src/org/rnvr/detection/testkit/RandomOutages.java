package org.rnvr.detection.testkit;

import java.time.Duration;
import java.util.Iterator;
import java.util.function.Function;
import org.rnvr.detection.testkit.internal.Dice;

/** Outages without end at random times. */
final class RandomOutages implements Iterator<Outage> {

    private final Dice dice;
    private final double between;
    private final Function<Dice, Outage> next;
    private long end;

    /** With what makes an outage, whose begin does not matter. */
    RandomOutages(Dice dice, Duration between, Function<Dice, Outage> next) {
        this.dice = dice;
        this.between = between.toNanos();
        this.next = next;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Outage next() {
        long begin = end + (long) (between / 4 + dice.exponential(between * 3 / 4));
        Outage model = next.apply(dice);
        Outage outage = new Outage(begin, model.lengthNanos(), model.kind());
        end = outage.endNanos();
        return outage;
    }
}
