package dev.postrider.e2e.load;

/**
 * Whether a client comes back after a cut, and whether it has synced because a server asked since it must not. Only the
 * client's thread writes.
 */
final class Stay {
    private boolean returns = true;
    private boolean asked;
    private volatile boolean gone;
    private volatile boolean checked;

    void neverReturn() {
        returns = false;
        asked = false;
        checked = false;
    }

    void onAsked() {
        asked = true;
    }

    void onSynced(boolean good) {
        checked |= asked && good;
    }

    void onCut() {
        gone = !returns;
    }

    boolean gone() {
        return gone;
    }

    boolean checked() {
        return checked;
    }
}
