/** The monitor and the strategies in simulated time, a year in a minute. */
package org.rnvr.lab.simulation;
