package dev.postrider.history.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postrider.contracts.rest.RoomChange;
import dev.postrider.contracts.rest.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomStateTest {
    private static final RoomChange NAMED = new RoomChange("weather", null, null, null, null);
    private static final RoomChange RENAMED = new RoomChange("storms", null, null, null, null);

    @Test
    void eachFieldTakesItsHighestChangeInAnyOrder() {
        RoomState one = RoomState.UNKNOWN.with(NAMED, 1).with(RENAMED, 2);
        RoomState other = RoomState.UNKNOWN.with(RENAMED, 2).with(NAMED, 1).with(NAMED, 1);

        assertEquals(one, other);
        assertEquals("storms", one.present().name());
    }

    @Test
    void itSurvivesBeingStored() {
        RoomState state = RoomState.UNKNOWN.with(NAMED, 1);

        assertEquals(state, RoomState.parse(state.json()));
    }

    @Test
    void itsTextIsTheSameInEveryProcess() {
        RoomState state = RoomState.UNKNOWN.with(
                new RoomChange("weather", "rain", RoomChange.Visibility.values()[0], false, null), 1);

        List<String> names = new ArrayList<>(state.fields().keySet());

        assertEquals(names.stream().sorted().toList(), names);
    }

    @Test
    void historyFromOwnJoiningIsKnown() {
        Settings joined = new Settings(
                Settings.Visible.joined, Settings.Who.members, Settings.Who.members, Settings.Who.admins, 0, null);

        assertTrue(RoomState.UNKNOWN
                .with(new RoomChange(null, null, null, null, joined), 1)
                .joinedOnly());
        assertFalse(RoomState.UNKNOWN.joinedOnly());
    }
}
