package dev.postrider.contracts.frame;

/** Why a membership ended; names as on the wire. */
public enum LeaveReason {
    left,
    removed,
    banned,
    deactivated
}
