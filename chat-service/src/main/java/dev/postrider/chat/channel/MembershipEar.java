package dev.postrider.chat.channel;

import dev.postrider.contracts.control.ControlRecord.Membership;

/** Hears who may be where; called on the loop, before the table says that it has applied the record. */
public interface MembershipEar {
    void onMembership(Membership change, long offset);

    /** This node may have missed some. */
    void onLapse();
}
