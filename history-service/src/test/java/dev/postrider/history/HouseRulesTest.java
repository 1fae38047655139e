package dev.postrider.history;

import dev.postrider.testkit.architecture.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theHouseRulesHold() {
        HouseRules.check("dev.postrider.history");
    }
}
