/** What each kind of certificate of the regional tree must hold, as validated types. */
@NullMarked
package org.liptako.pki.profile;

import org.jspecify.annotations.NullMarked;
