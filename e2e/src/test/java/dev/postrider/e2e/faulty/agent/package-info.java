/**
 * Weaves faults into running services, to see that the checker catches them. These classes exist on this module's test
 * class path and in the agent that the test builds from it, and in no archive that is shipped.
 */
@NullMarked
package dev.postrider.e2e.faulty.agent;

import org.jspecify.annotations.NullMarked;
