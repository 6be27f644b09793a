package org.rnvr.console.internal.preferences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rnvr.config.AllowedValues;
import org.rnvr.config.ConfigurationEdit;
import org.rnvr.config.ConfigurationKey;

class DraftTest {

    private static final AllowedValues NUMBER = new AllowedValues.Range(BigDecimal.ZERO, BigDecimal.TEN, false, "ms");
    private static final List<ConfigurationKey> KEYS = List.of(
            new ConfigurationKey("s.a", NUMBER, Optional.of(BigDecimal.valueOf(5)), false),
            new ConfigurationKey("s.b", NUMBER, Optional.empty(), true));

    private final Draft draft = new Draft(KEYS, Map.of("s.a", BigDecimal.valueOf(7)));

    @Test
    void onlyWhatIsDifferentIsWritten() {
        assertEquals(List.of(), draft.edits());
        draft.enter("s.a", number("7.0"));
        assertEquals(List.of(), draft.edits(), "the same number");
        draft.enter("s.a", number("8"));
        draft.enter("s.b", number("2.50"));
        assertEquals(
                List.of(
                        new ConfigurationEdit.Set("s.a", new BigDecimal("8")),
                        new ConfigurationEdit.Set("s.b", new BigDecimal("2.5"))),
                draft.edits());
        draft.enter("s.a", number("7"));
        draft.enter("s.b", Optional.empty());
        assertEquals(List.of(), draft.edits(), "taken back");
    }

    @Test
    void defaultsAreEntered() {
        draft.takeUp(Map.of("s.a", BigDecimal.valueOf(7), "s.b", BigDecimal.ONE));
        draft.enterDefaults();
        assertEquals(number("5"), draft.value("s.a"));
        assertEquals(
                List.of(new ConfigurationEdit.Set("s.a", BigDecimal.valueOf(5)), new ConfigurationEdit.Remove("s.b")),
                draft.edits());
    }

    @Test
    void theFileIsFollowedWhereNothingIsEntered() {
        draft.enter("s.b", number("1"));
        draft.takeUp(Map.of("s.a", BigDecimal.valueOf(9)));
        assertEquals(number("9"), draft.value("s.a"));
        assertEquals(number("1"), draft.value("s.b"));
        assertEquals(Set.of(), draft.conflicts());
    }

    @Test
    void whereBothChangeThatIsAConflictUntilItIsSettled() {
        draft.enter("s.a", number("8"));
        draft.takeUp(Map.of("s.a", BigDecimal.valueOf(9)));
        assertEquals(number("8"), draft.value("s.a"), "nothing that was entered is lost");
        assertEquals(Set.of("s.a"), draft.conflicts());
        draft.takeUp(Map.of("s.a", BigDecimal.valueOf(8)));
        assertEquals(Set.of(), draft.conflicts(), "the file says the same now");
        draft.enter("s.a", number("3"));
        draft.takeUp(Map.of("s.a", BigDecimal.valueOf(4)));
        draft.enter("s.a", number("6"));
        assertEquals(Set.of(), draft.conflicts(), "entered in the knowledge of it");
    }

    private static Optional<Object> number(String number) {
        return Optional.of(new BigDecimal(number));
    }
}
