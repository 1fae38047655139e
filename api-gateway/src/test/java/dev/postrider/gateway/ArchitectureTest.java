package dev.postrider.gateway;

import dev.postrider.testkit.architecture.HouseRules;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {
    @Test
    void theHouseRulesHold() {
        HouseRules.check("dev.postrider.gateway");
    }
}
