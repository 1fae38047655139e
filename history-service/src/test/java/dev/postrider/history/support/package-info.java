/** What the tests of this module share: writing the log, asking as somebody, looking into tables. */
@NullMarked
package dev.postrider.history.support;

import org.jspecify.annotations.NullMarked;
