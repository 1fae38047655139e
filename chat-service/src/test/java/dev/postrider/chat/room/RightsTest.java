package dev.postrider.chat.room;

import static dev.postrider.chat.fake.People.MOSS;
import static dev.postrider.chat.fake.People.WREN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postrider.chat.room.Roster.Seat;
import dev.postrider.contracts.frame.Event.Role;
import dev.postrider.contracts.frame.RejectCode;
import dev.postrider.contracts.rest.Settings;
import dev.postrider.contracts.rule.ConversationId.Direct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RightsTest {
    /** What each role may do, of send, to everyone, edit, of others, delete, of others, react, pin; by who may post. */
    @ParameterizedTest
    @CsvSource({
        "members, reader, --------",
        "members, member, s-e-d-r-",
        "members, admin, sAe-dDrp",
        "members, owner, sAe-dDrp",
        "admins, member, --------",
        "admins, admin, sAe-dDrp"
    })
    void theTableOfTheContract(Settings.Who posting, Role.Name role, String allowed) {
        Settings defaults = Settings.DEFAULTS;
        Settings settings = new Settings(defaults.history(), posting, defaults.invite(), defaults.everyone(), 0, null);
        Roster room = Roster.OfRoom.of(Map.of(WREN, new Seat(role, 0)), false, settings);

        StringBuilder may = new StringBuilder();
        for (Act act : Act.values()) {
            char letter = "sAeEdDrp".charAt(act.ordinal());
            may.append(Rights.refusal(room, WREN, act).isEmpty() ? letter : '-');
        }

        assertEquals(allowed, may.toString());
    }

    @Test
    void nothingIsDoneInAnArchivedRoom() {
        Roster room = Roster.OfRoom.of(Map.of(WREN, new Seat(Role.Name.owner, 0)), true, Settings.DEFAULTS);

        for (Act act : Act.values()) {
            assertEquals(
                    RejectCode.ARCHIVED,
                    Rights.refusal(room, WREN, act).orElseThrow().code());
        }
    }

    @Test
    void theBlockedMayStillDeleteTheirOwn() {
        Roster roster = Roster.OfDirect.of(new Direct(WREN, MOSS), true);
        List<Act> allowed = new ArrayList<>();
        for (Act act : Act.values()) {
            if (Rights.refusal(roster, WREN, act).isEmpty()) {
                allowed.add(act);
            }
        }

        assertEquals(List.of(Act.DELETE), allowed);
    }
}
