/** Who may host a dataset: every kind of place, or every site of a catalogue, and the rules that bar the others. */
@NullMarked
package org.liptako.policy.hosting;

import org.jspecify.annotations.NullMarked;
