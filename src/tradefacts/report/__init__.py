"""Pictures and pages to share: charts as files, a pair as one page, the whole base as a site."""
