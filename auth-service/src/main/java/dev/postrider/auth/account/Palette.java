package dev.postrider.auth.account;

import java.util.List;

/** Colours for avatars, all with a contrast of at least 4.5 to white text. */
final class Palette {
    private static final List<String> COLORS = List.of(
            "#b3261e", "#a8320a", "#8a4b00", "#6d5a00", "#4a6300", "#2b6a1e", "#00694a", "#00687a", "#00639b",
            "#2f5bb7", "#5750c4", "#7b45b5", "#96399a", "#aa2f72", "#795548", "#546e7a");

    private Palette() {}

    /** Always the same for the same id, evenly spread. */
    static String colorOf(String id) {
        return COLORS.get(Math.floorMod(id.hashCode(), COLORS.size()));
    }
}
