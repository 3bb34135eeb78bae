"""What has to be done by the clock, without anybody asking: by every process that does background jobs.

Owns which chores there are, when each was last done, and which workers are alive. Nobody enters; `banggiao check`
reads.
"""
