/** Who there is: registering, profiles, finding people. */
@NullMarked
package dev.postrider.auth.account;

import org.jspecify.annotations.NullMarked;
