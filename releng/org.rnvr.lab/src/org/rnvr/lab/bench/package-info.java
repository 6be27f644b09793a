/** What recording costs: the product beside what one has without it, on the same cameras. */
package org.rnvr.lab.bench;
