package dev.postrider.chat.draft;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Drafts. */
@ConfigMapping(prefix = "chat.draft")
public interface DraftConfig {

    /** How long a draft is kept after its last change. */
    @WithDefault("P30D")
    Duration kept();

    /** How often drafts past that are deleted. */
    @WithDefault("1h")
    String purgeEvery();

    /** The most drafts deleted in one statement of that. */
    @WithDefault("1000")
    int purgeBatchMax();

    /** The most drafts of one person; a further one takes the place of the oldest. */
    @WithDefault("500")
    int perUserMax();

    /** How long accepted sends are gathered before the drafts they end are looked for, in one transaction. */
    @WithDefault("PT0.2S")
    Duration clearEvery();

    /** The most accepted sends waiting for that; of further ones the drafts stay until they are changed or purged. */
    @WithDefault("10000")
    int clearWaitingMax();

    /** The most accepted sends looked at in one transaction. */
    @WithDefault("500")
    int clearBatchMax();
}
