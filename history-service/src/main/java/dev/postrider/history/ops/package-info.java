/** Whether this process is fit to serve: migrated, caught up, measured. */
@NullMarked
package dev.postrider.history.ops;

import org.jspecify.annotations.NullMarked;
