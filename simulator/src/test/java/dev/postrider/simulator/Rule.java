package dev.postrider.simulator;

import dev.postrider.simulator.Violation.Kind;
import java.util.EnumSet;
import java.util.Set;

/** A rule of the design that the simulator can take away, and what must go wrong then. */
enum Rule {
    WAIT_BEFORE_ENDS("1", "a channel that is taken waits for what the others have applied", Kind.MISSED),
    ENDS_AFTER_WAIT("1", "the log's ends are asked for after that wait", Kind.MISSED),
    POSITION_BEFORE_BIT("1", "a channel's bit is said after its position was resolved", Kind.MISSED),
    TABLE_AFTER_APPEND("1", "who serves which channel is looked up after the append", Kind.MISSED),
    FRESH_BEFORE_FANOUT("2", "only a fresh node fans out", Kind.MISSED),
    GONE_IS_A_LAPSE("2", "who reads its own \"gone\" takes a new incarnation", Kind.MISSED),
    INCARNATIONS_ARE_NEW("2", "no incarnation's name is used twice", Kind.MISSED),
    HISTORY_NAMES_THE_HOLDER("3", "history names the record that holds an id", Kind.WRONG_POSITION),
    HISTORY_READS_PAST("3", "history answers once it has read past the repeat", Kind.WRONG_POSITION),
    LOOK_AFTER_APPEND("3", "history is asked after the repeat was appended, not before", Kind.WRONG_POSITION),
    CONTEST_BEFORE_APPEND("3", "a repeat contests its id before it is appended", Kind.WRONG_POSITION),
    CLAIM_AFTER_APPEND("3", "a first attempt looks for a repeat after its append", Kind.WRONG_POSITION),
    REFUSAL_IS_LOOKED_UP("3", "a first attempt that is refused looks for an earlier one", Kind.REJECTED_BUT_THERE),
    ONE_AGREED_WINDOW("3", "all nodes agree on one Redis before any believes it", Kind.WRONG_POSITION),
    TARGET_IS_CHECKED("4", "whose message it is is asked before the append", Kind.DEAD),
    COMPARE_AND_SET("5", "progress is compared and set with the rows", Kind.STORED_TWICE),
    REPEATS_ARE_DEAD("6", "a record whose id a lower one holds is dead", Kind.VIEW_DIFFERS),
    REBUILD_FROM_THE_FIRST("6", "a rebuild begins with the log's first record", Kind.REBUILT_OTHERWISE),
    NEWER_SCHEMA_WAITS("6", "a record of a newer schema makes its partition wait", Kind.LOST),
    MEMBERS_AFTER_APPEND("7", "who is a member is looked up after the append", Kind.MISSED, Kind.LEAKED),
    JOINING_COUNTS_IN_LOG("7", "who joined is named once the log has the joining", Kind.LEAKED),
    REMOVAL_TOLD_FIRST("7", "a removal is answered once every node will hear of it", Kind.LEAKED),
    READINGS_ARE_FORGOTTEN("7", "a notice ends what is being read as well as what is held", Kind.LEAKED, Kind.MISSED),
    NEW_MEMBERS_SYNC("7", "who joined is asked to sync", Kind.MISSED),
    SYNC_AFTER_ALL_APPLIED("7", "who joined is asked to sync after all nodes know", Kind.MISSED),
    CHANGES_ONE_BY_ONE("7", "a change is appended once the one before is acknowledged", Kind.SHUFFLED),
    OUTBOX_UNTIL_TOLD("7", "a change stays in the outbox until all nodes were told", Kind.MISSED, Kind.LEAKED),
    FIRST_RECORD_IS_HEARD("7", "of a change only the first record is told live", Kind.VIEW_DIFFERS),
    ACCESS_WITH_THE_ROWS("8", "what one may read is looked up with the rows", Kind.LEAKED),
    SECOND_LOOK("9", "a socket looks for the end of its sign-in again after it was registered", Kind.FRAME_AFTER_END),
    FILLED_BEFORE_READY("9", "a node knows all ended sign-ins before it is ready", Kind.FRAME_AFTER_END),
    RENEWAL_GRACE("10", "a socket outlives its token by a grace", Kind.CUT_THOUGH_RENEWED),
    SEEN_BY_POSITION("11", "clients drop what they have seen, not what is lower", Kind.VIEW_DIFFERS),
    REACTION_REGISTERS(
            "11", "of two reactions with one emoji the one with the higher position wins", Kind.VIEW_DIFFERS),
    HIGHEST_WINS("11", "of two texts the one with the higher position wins", Kind.VIEW_DIFFERS),
    FRAMES_ARE_BOUNDED("12", "frames between hand-over and answer are bounded", Kind.UNBOUNDED),
    MARKS_COALESCE("13", "of many marks within a second one is appended", Kind.UNBOUNDED),
    DELETION_DROPS_TEXT("14", "a deletion drops the text", Kind.TEXT_KEPT),
    NOTHING_BEHIND_DELETION("14", "an edit that the log holds behind a deletion is dead", Kind.TEXT_KEPT),
    DELETED_FOR_EVER("14", "what is deleted stays so, whatever is heard later", Kind.VIEW_DIFFERS),
    CURSOR_BY_SYNC_ONLY("G5", "the cursor moves in answers of sync only", Kind.VIEW_DIFFERS);

    final String corner;
    final String words;
    final Set<Kind> broken;

    Rule(String corner, String words, Kind first, Kind... more) {
        this.corner = corner;
        this.words = words;
        this.broken = EnumSet.of(first, more);
    }

    /** What only shows where people come and go. */
    boolean ofRooms() {
        return corner.equals("7") || corner.equals("8");
    }
}
